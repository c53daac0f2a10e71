package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.BUYER;
import static io.tollgate.orders.order.OrderFixtures.DEADLINE;
import static io.tollgate.orders.order.OrderFixtures.NOON;
import static io.tollgate.orders.order.OrderFixtures.TOKEN;
import static io.tollgate.orders.order.OrderFixtures.aConfirmedOrder;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static io.tollgate.orders.order.OrderFixtures.anExpiredOrder;
import static io.tollgate.orders.order.OrderFixtures.at;
import static io.tollgate.orders.order.OrderFixtures.authorized;
import static io.tollgate.orders.order.OrderFixtures.decided;
import static io.tollgate.orders.order.OrderFixtures.declined;
import static io.tollgate.orders.order.OrderFixtures.outOfStock;
import static io.tollgate.orders.order.OrderFixtures.placed;
import static io.tollgate.orders.order.OrderFixtures.stockReserved;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.order.PaymentAnswer.CaptureRefused;
import io.tollgate.orders.order.PaymentAnswer.Moved;
import io.tollgate.orders.order.StockAnswer.Refused;
import io.tollgate.values.Money;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {
    @Test
    void a_placed_order_asks_products_and_payments() {
        Change change = placed();

        assertThat(change.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(change.order().version()).isEqualTo(1);
        assertThat(change.order().total()).isEqualTo(Money.of(4390, "EUR"));
        assertThat(change.facts()).containsExactly(new OrderPlaced(change.order(), TOKEN));
        assertThat(transitions(change)).containsExactly("placed");
        assertThat(change.entries().get(0).occasion()).isEqualTo(new Occasion(NOON, BUYER.userId(), "POST /v1/orders"));
    }

    static Stream<List<Answer>> bothOrders() {
        return Stream.of(List.of(stockReserved(), authorized()), List.of(authorized(), stockReserved()));
    }

    @ParameterizedTest
    @MethodSource("bothOrders")
    void two_yes_confirm_whichever_comes_first(List<Answer> answers) {
        Change first = aPlacedOrder().hear(answers.get(0), decided());
        Change second = first.order().hear(answers.get(1), decided());

        assertThat(first.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(first.facts()).isEmpty();
        assertThat(second.order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(second.facts()).containsExactly(new OrderConfirmed(second.order()));
        assertThat(transitions(second)).containsExactly(answers.get(1).transition(), "confirmed");
        assertThat(second.entries().get(1).occasion().actor()).isEqualTo("orders");
    }

    @Test
    void the_same_answer_twice_is_one_answer() {
        Order once = aPlacedOrder().hear(stockReserved(), decided()).order();

        Change again = once.hear(stockReserved(), decided());

        assertThat(again.happened()).isFalse();
        assertThat(again.order()).isSameAs(once);
        assertThat(again.facts()).isEmpty();
    }

    @Test
    void one_yes_twice_does_not_stand_for_two() {
        Order order = aPlacedOrder()
                .hear(authorized(), decided())
                .order()
                .hear(authorized(), decided())
                .order();

        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void one_no_cancels() {
        Change change = aPlacedOrder().hear(declined(), decided());

        assertThat(change.order().state().reason()).contains(CancelReason.PAYMENT_DECLINED);
        assertThat(change.facts()).containsExactly(new OrderCanceled(change.order(), CancelReason.PAYMENT_DECLINED));
        assertThat(transitions(change)).containsExactly("payment-declined", "canceled");
        assertThat(change.entries().get(0).detail()).contains("insufficient_funds");
    }

    @Test
    void the_no_of_products_says_why() {
        assertThat(reason(outOfStock())).isEqualTo(CancelReason.OUT_OF_STOCK);
        assertThat(reason(new Refused(1, "unknown-product", List.of()))).isEqualTo(CancelReason.UNKNOWN_PRODUCT);
        assertThat(reason(new Refused(1, "of-next-year", List.of()))).isEqualTo(CancelReason.OUT_OF_STOCK);
    }

    @Test
    void two_no_cancel_once_with_the_first_reason() {
        Order canceled = aPlacedOrder().hear(outOfStock(), decided()).order();

        Change second = canceled.hear(declined(), decided());

        assertThat(second.order().state().reason()).contains(CancelReason.OUT_OF_STOCK);
        assertThat(second.facts()).isEmpty();
        assertThat(transitions(second)).containsExactly("payment-declined");
    }

    static Stream<Answer> everyAnswer() {
        return Stream.of(
                stockReserved(),
                outOfStock(),
                authorized(),
                declined(),
                new Moved(3, "payment-captured"),
                new CaptureRefused(3, "card_expired"),
                new Moved(4, "payment-voided"));
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void nothing_revives_a_canceled_order_but_its_timeline_goes_on(Answer answer) {
        Change late = anExpiredOrder().hear(answer, decided());

        assertThat(late.order().state().reason()).contains(CancelReason.EXPIRED);
        assertThat(late.facts()).isEmpty();
        assertThat(transitions(late)).containsExactly(answer.transition());
    }

    @Test
    void a_yes_from_both_after_the_end_does_not_revive_either() {
        Order order = anExpiredOrder()
                .hear(stockReserved(), decided())
                .order()
                .hear(authorized(), decided())
                .order();

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void money_that_moves_is_told_and_changes_nothing() {
        Change captured = aConfirmedOrder().hear(new Moved(3, "payment-captured"), decided());

        assertThat(captured.order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(captured.facts()).isEmpty();
        assertThat(transitions(captured)).containsExactly("payment-captured");
    }

    @Test
    void a_refused_capture_cancels_a_confirmed_order_once() {
        Change refused = aConfirmedOrder().hear(new CaptureRefused(3, "card_expired"), decided());

        assertThat(refused.facts()).containsExactly(new OrderCanceled(refused.order(), CancelReason.CAPTURE_REFUSED));
        assertThat(refused.order()
                        .hear(new CaptureRefused(3, "card_expired"), decided())
                        .happened())
                .isFalse();
    }

    @Test
    void a_fact_older_than_the_newest_is_no_news() {
        Order voided =
                aPlacedOrder().hear(new Moved(5, "payment-voided"), decided()).order();

        assertThat(voided.hear(authorized(), decided()).happened()).isFalse();
    }

    @Test
    void an_order_ends_at_its_deadline_and_not_before() {
        assertThat(aPlacedOrder().expire(at(DEADLINE.minusNanos(1000))).happened())
                .isFalse();

        Change expired = aPlacedOrder().expire(at(DEADLINE));

        assertThat(expired.facts()).containsExactly(new OrderCanceled(expired.order(), CancelReason.EXPIRED));
        assertThat(transitions(expired)).containsExactly("canceled");
        assertThat(expired.entries().get(0).detail()).contains("expired");
    }

    @Test
    void a_decided_order_has_no_deadline() {
        assertThat(aConfirmedOrder().expire(at(DEADLINE.plusSeconds(3600))).happened())
                .isFalse();
        assertThat(anExpiredOrder().expire(at(DEADLINE.plusSeconds(3600))).happened())
                .isFalse();
    }

    private static CancelReason reason(Answer no) {
        return aPlacedOrder().hear(no, decided()).order().state().reason().orElseThrow();
    }

    private static List<String> transitions(Change change) {
        return change.entries().stream().map(TimelineEntry::transition).toList();
    }
}
