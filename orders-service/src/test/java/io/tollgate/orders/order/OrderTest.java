package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.BUYER;
import static io.tollgate.orders.order.OrderFixtures.DEADLINES;
import static io.tollgate.orders.order.OrderFixtures.NOON;
import static io.tollgate.orders.order.OrderFixtures.SHIPMENT;
import static io.tollgate.orders.order.OrderFixtures.TOKEN;
import static io.tollgate.orders.order.OrderFixtures.aConfirmedOrder;
import static io.tollgate.orders.order.OrderFixtures.aPaidOrder;
import static io.tollgate.orders.order.OrderFixtures.aPlacedOrder;
import static io.tollgate.orders.order.OrderFixtures.after;
import static io.tollgate.orders.order.OrderFixtures.anExpiredOrder;
import static io.tollgate.orders.order.OrderFixtures.authorized;
import static io.tollgate.orders.order.OrderFixtures.booked;
import static io.tollgate.orders.order.OrderFixtures.captureRefused;
import static io.tollgate.orders.order.OrderFixtures.captured;
import static io.tollgate.orders.order.OrderFixtures.decided;
import static io.tollgate.orders.order.OrderFixtures.declined;
import static io.tollgate.orders.order.OrderFixtures.outOfStock;
import static io.tollgate.orders.order.OrderFixtures.parcelLeft;
import static io.tollgate.orders.order.OrderFixtures.payment;
import static io.tollgate.orders.order.OrderFixtures.placed;
import static io.tollgate.orders.order.OrderFixtures.shipmentRefused;
import static io.tollgate.orders.order.OrderFixtures.stockReserved;
import static org.assertj.core.api.Assertions.assertThat;

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
        Change first = hear(aPlacedOrder(), answers.get(0));
        Change second = hear(first.order(), answers.get(1));

        assertThat(first.order().status()).isEqualTo(OrderStatus.PLACED);
        assertThat(first.facts()).isEmpty();
        assertThat(second.order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(second.facts()).containsExactly(new OrderConfirmed(second.order()));
        assertThat(transitions(second))
                .containsExactly(answers.get(1).happening().trigger().wireName(), "confirmed");
        assertThat(second.entries().get(1).occasion().actor()).isEqualTo("orders");
    }

    @Test
    void the_same_answer_twice_is_one_answer() {
        Order once = after(aPlacedOrder(), stockReserved());
        Change again = hear(once, stockReserved());

        assertThat(again.happened()).isFalse();
        assertThat(again.order()).isSameAs(once);
        assertThat(again.facts()).isEmpty();
    }

    @Test
    void one_yes_twice_does_not_stand_for_two() {
        assertThat(after(aPlacedOrder(), authorized(), authorized()).status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void one_no_cancels() {
        Change change = hear(aPlacedOrder(), declined());

        assertThat(change.order().state().reason()).contains(CancelReason.PAYMENT_DECLINED);
        assertThat(change.facts()).containsExactly(new OrderCanceled(change.order(), false));
        assertThat(transitions(change)).containsExactly("payment-declined", "canceled");
        assertThat(change.entries().get(0).detail()).contains("insufficient_funds");
        assertThat(change.entries().get(1).detail()).contains("payment-declined");
    }

    @Test
    void two_no_cancel_once_with_the_first_reason() {
        Change second = hear(after(aPlacedOrder(), outOfStock()), declined());

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
                captured(),
                captureRefused(),
                payment(4, Trigger.PAYMENT_VOIDED),
                booked(),
                parcelLeft(),
                shipmentRefused());
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void nothing_revives_a_canceled_order_but_its_timeline_goes_on(Answer answer) {
        Change late = hear(anExpiredOrder(), answer);

        assertThat(late.order().state().reason()).contains(CancelReason.EXPIRED);
        assertThat(late.order().state().shipment()).isEmpty();
        assertThat(late.facts()).isEmpty();
        assertThat(transitions(late))
                .containsExactly(answer.happening().trigger().wireName());
    }

    @Test
    void a_paid_order_is_to_be_shipped_once() {
        Change paid = hear(aConfirmedOrder(), captured());

        assertThat(paid.order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(paid.facts()).containsExactly(new FulfillOrder(paid.order()));
        assertThat(transitions(paid)).containsExactly("payment-captured", "fulfillment-requested");
        assertThat(hear(paid.order(), payment(5, Trigger.PAYMENT_CAPTURED)).facts())
                .isEmpty();
    }

    @Test
    void a_booked_shipment_ends_the_order() {
        Change shipped = hear(aPaidOrder(), booked());

        assertThat(shipped.order().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipped.order().state().deadline()).isEmpty();
        assertThat(shipped.facts()).containsExactly(new OrderShipped(shipped.order()));
        assertThat(((OrderShipped) shipped.facts().get(0)).shipment()).isEqualTo(SHIPMENT);
    }

    @Test
    void a_refused_shipment_cancels_a_paid_order() {
        Change refused = hear(aPaidOrder(), shipmentRefused());

        assertThat(refused.order().state().reason()).contains(CancelReason.SHIPMENT_REFUSED);
        assertThat(refused.facts()).containsExactly(new OrderCanceled(refused.order(), false));
    }

    @Test
    void a_refused_capture_cancels_a_confirmed_order_once() {
        Change refused = hear(aConfirmedOrder(), captureRefused());

        assertThat(refused.facts()).containsExactly(new OrderCanceled(refused.order(), false));
        assertThat(hear(refused.order(), captureRefused()).happened()).isFalse();
    }

    @Test
    void a_fact_older_than_the_newest_is_no_news() {
        assertThat(hear(after(aPlacedOrder(), payment(5, Trigger.PAYMENT_VOIDED)), authorized())
                        .happened())
                .isFalse();
    }

    private static Change hear(Order order, Answer answer) {
        return order.hear(answer, decided(), DEADLINES);
    }

    private static List<String> transitions(Change change) {
        return change.entries().stream().map(TimelineEntry::transition).toList();
    }
}
