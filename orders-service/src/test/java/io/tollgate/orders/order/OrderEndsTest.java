package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.DEADLINE;
import static io.tollgate.orders.order.OrderFixtures.DEADLINES;
import static io.tollgate.orders.order.OrderFixtures.DECIDED;
import static io.tollgate.orders.order.OrderFixtures.aConfirmedOrder;
import static io.tollgate.orders.order.OrderFixtures.aPaidOrder;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static io.tollgate.orders.order.OrderFixtures.aShippedOrder;
import static io.tollgate.orders.order.OrderFixtures.after;
import static io.tollgate.orders.order.OrderFixtures.anExpiredOrder;
import static io.tollgate.orders.order.OrderFixtures.at;
import static io.tollgate.orders.order.OrderFixtures.decided;
import static io.tollgate.orders.order.OrderFixtures.parcelLeft;
import static io.tollgate.orders.order.OrderFixtures.stockReserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.values.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How an order ends: by its customer, at its deadline, or shipped with money going back. */
class OrderEndsTest {
    static Stream<Order> open() {
        return Stream.of(aPlacedOrder(), after(aPlacedOrder(), stockReserved()), aConfirmedOrder(), aPaidOrder());
    }

    @ParameterizedTest
    @MethodSource("open")
    void its_customer_ends_an_order_until_it_is_shipped(Order order) {
        Change canceled = order.cancel(Trigger.CANCELLATION, at(DECIDED), DEADLINES);

        assertThat(canceled.facts()).hasSize(1).allMatch(OrderCanceled.class::isInstance);
        assertThat(canceled.order().state().reason()).contains(CancelReason.CUSTOMER);
        assertThat(transitions(canceled)).containsExactly("canceled");
        assertThat(canceled.entries().get(0).occasion()).isEqualTo(at(DECIDED));
        assertThat(canceled.order()
                        .cancel(Trigger.CANCELLATION, at(DECIDED), DEADLINES)
                        .happened())
                .isFalse();
    }

    @Test
    void only_of_a_paid_order_others_wait_to_hear_whether_its_parcel_left() {
        Change confirmed = aConfirmedOrder().cancel(Trigger.CANCELLATION, at(DECIDED), DEADLINES);
        Change paid = aPaidOrder().cancel(Trigger.CANCELLATION, at(DECIDED), DEADLINES);

        assertThat(confirmed.facts()).containsExactly(new OrderCanceled(confirmed.order(), false));
        assertThat(paid.facts()).containsExactly(new OrderCanceled(paid.order(), true));
    }

    @Test
    void a_parcel_that_left_though_its_order_is_canceled_is_in_the_timeline() {
        Order canceled = aPaidOrder()
                .cancel(Trigger.CANCELLATION, at(DECIDED), DEADLINES)
                .order();

        Change told = hear(canceled, parcelLeft());

        assertThat(told.order().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(told.facts()).isEmpty();
        assertThat(transitions(told)).containsExactly("shipment-cancel-refused");
        assertThat(told.entries().get(0).detail()).contains("already-departed: Sandbox Parcel SP7K2M9QX4T1");
        assertThat(hear(told.order(), parcelLeft()).happened()).isFalse();
    }

    @Test
    void what_is_shipped_cannot_be_canceled() {
        assertThatThrownBy(() -> aShippedOrder().cancel(Trigger.CANCELLATION, at(DECIDED), DEADLINES))
                .isInstanceOf(AlreadyShipped.class);
    }

    @Test
    void an_order_ends_at_its_deadline_and_not_before() {
        assertThat(aPlacedOrder()
                        .expire(at(DEADLINE.minusNanos(1000)), DEADLINES)
                        .happened())
                .isFalse();

        Change expired = aPlacedOrder().expire(at(DEADLINE), DEADLINES);

        assertThat(expired.facts()).containsExactly(new OrderCanceled(expired.order(), false));
        assertThat(transitions(expired)).containsExactly("canceled");
        assertThat(expired.entries().get(0).detail()).contains("expired");
    }

    @Test
    void a_confirmed_order_has_a_deadline_of_its_own_that_paying_does_not_move() {
        assertThat(aConfirmedOrder().state().deadline()).contains(DECIDED.plus(Duration.ofHours(1)));
        assertThat(aPaidOrder().state().deadline()).contains(DECIDED.plus(Duration.ofHours(1)));

        Change expired = aPaidOrder().expire(at(DECIDED.plus(Duration.ofHours(1))), DEADLINES);
        assertThat(expired.order().state().reason()).contains(CancelReason.EXPIRED);
    }

    @Test
    void an_order_that_ended_has_no_deadline() {
        assertThat(aShippedOrder()
                        .expire(at(DEADLINE.plusSeconds(86_400)), DEADLINES)
                        .happened())
                .isFalse();
        assertThat(anExpiredOrder()
                        .expire(at(DEADLINE.plusSeconds(86_400)), DEADLINES)
                        .happened())
                .isFalse();
    }

    @Test
    void money_goes_back_for_what_was_shipped_until_nothing_is_left() {
        Change part = refund(aShippedOrder(), 1250);

        assertThat(part.facts()).containsExactly(new RefundRequested(part.order(), back(1250)));
        assertThat(part.order().refundable()).isEqualTo(Money.of(3140, "EUR"));
        assertThat(transitions(part)).containsExactly("refund-requested");
        assertThatThrownBy(() -> refund(part.order(), 3141)).isInstanceOf(RefundTooLarge.class);
        assertThat(refund(part.order(), 3140).order().refundable()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void a_refused_refund_can_be_asked_for_again() {
        Order asked = refund(aShippedOrder(), 4390).order();
        Order refused = asked.note(Happening.refund(Trigger.REFUND_REFUSED, back(4390)), decided(), DEADLINES)
                .order();

        assertThat(refused.refundable()).isEqualTo(Money.of(4390, "EUR"));
    }

    @Test
    void no_money_goes_back_that_was_not_taken_for_a_shipped_order() {
        assertThatThrownBy(() -> refund(aPaidOrder(), 1)).isInstanceOf(NotShipped.class);
        assertThatThrownBy(() -> refund(anExpiredOrder(), 1)).isInstanceOf(NotShipped.class);
        assertThatThrownBy(() -> refund(aShippedOrder(), 0)).isInstanceOf(RefundTooLarge.class);
        Refund dollars = new Refund("ref_1", Money.of(1, "USD"), Optional.empty());
        assertThatThrownBy(() -> aShippedOrder().refund(dollars, decided(), DEADLINES))
                .isInstanceOf(OtherCurrency.class);
    }

    private static Change refund(Order order, long amount) {
        return order.refund(back(amount), decided(), DEADLINES);
    }

    private static Refund back(long amount) {
        return new Refund("ref_1", Money.of(amount, "EUR"), Optional.empty());
    }

    private static Change hear(Order order, Answer answer) {
        return order.hear(answer, decided(), DEADLINES);
    }

    private static List<String> transitions(Change change) {
        return change.entries().stream().map(TimelineEntry::transition).toList();
    }
}
