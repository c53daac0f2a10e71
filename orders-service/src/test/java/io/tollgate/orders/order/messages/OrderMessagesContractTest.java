package io.tollgate.orders.order.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.order.CancelReason;
import io.tollgate.orders.order.FulfillOrder;
import io.tollgate.orders.order.Heard;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderCanceled;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderPlaced;
import io.tollgate.orders.order.OrderShipped;
import io.tollgate.orders.order.OrderState;
import io.tollgate.orders.order.Refund;
import io.tollgate.orders.order.RefundRequested;
import io.tollgate.orders.order.Shipment;
import io.tollgate.orders.order.Stage;
import io.tollgate.orders.order.Trigger;
import io.tollgate.testing.MessageContract;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMessagesContractTest {
    @Test
    void order_placed_is_written_as_its_example() {
        OrderPlaced placed = new OrderPlaced(OrderFixtures.aPlacedOrder(), OrderFixtures.TOKEN);

        contract(OrderPlacedMessage.TYPE).assertWrites(OrderPlacedMessage.of(placed));
    }

    @Test
    void order_confirmed_is_written_as_its_example() {
        contract(OrderConfirmedMessage.TYPE)
                .assertWrites(OrderConfirmedMessage.of(decided(Stage.CONFIRMED, 2, OrderFixtures.DECIDED)));
    }

    @Test
    void order_canceled_is_written_as_its_example() {
        contract(OrderCanceledMessage.TYPE)
                .assertWrites(OrderCanceledMessage.of(canceled(CancelReason.PAYMENT_DECLINED)));
    }

    @Test
    void order_canceled_says_when_its_shipment_is_open() {
        OrderCanceled open = new OrderCanceled(canceled(CancelReason.CUSTOMER).order(), true);

        OrderCanceledMessage written = OrderCanceledMessage.of(open);

        assertThat(written.shipmentOpen()).isTrue();
        contract(OrderCanceledMessage.TYPE).assertAllows(written);
    }

    @Test
    void every_reason_is_one_that_readers_know() {
        Arrays.stream(CancelReason.values())
                .map(OrderMessagesContractTest::canceled)
                .map(OrderCanceledMessage::of)
                .forEach(contract(OrderCanceledMessage.TYPE)::assertAllows);
    }

    @Test
    void fulfill_is_written_as_its_example() {
        Order paid = decided(Stage.FULFILLING, 6, Instant.parse("2026-05-04T12:00:00.420Z"));

        contract(FulfillMessage.TYPE).assertWrites(FulfillMessage.of(new FulfillOrder(paid)));
    }

    @Test
    void an_order_has_its_bucket_for_ever() {
        assertThat(FulfillMessage.session(OrderFixtures.ID)).isEqualTo("bucket-08");
        assertThat(FulfillMessage.session(new OrderId("ord_1"))).matches("bucket-(0[0-9]|1[0-5])");
    }

    @Test
    void order_shipped_is_written_as_its_example() {
        Order shipped = decided(Stage.SHIPPED, 7, Instant.parse("2026-05-04T12:00:01.034Z"));

        contract(OrderShippedMessage.TYPE).assertWrites(OrderShippedMessage.of(new OrderShipped(shipped)));
    }

    @Test
    void refund_requested_is_written_as_its_example_and_without_a_reason() {
        Order shipped = decided(Stage.SHIPPED, 8, Instant.parse("2026-05-05T10:12:00Z"));

        contract(RefundRequestedMessage.TYPE).assertWrites(refund(shipped, Optional.of("One cup arrived broken")));
        contract(RefundRequestedMessage.TYPE).assertAllows(refund(shipped, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products.stock-reserved.v1",
                "payments.payment-authorized.v1",
                "payments.payment-action-required.v1",
                "payments.payment-captured.v1",
                "payments.payment-voided.v1",
                "workers.shipment-canceled.v1"
            })
    void a_plain_answer_is_read(String type) {
        assertOurs(contract(type).assertReads(HeardMessage.Plain.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments.payment-declined.v1",
                "payments.payment-capture-refused.v1",
                "workers.shipment-refused.v1"
            })
    void a_no_is_read(String type) {
        assertOurs(contract(type).assertReads(HeardMessage.Refused.class));
    }

    @Test
    void the_no_of_products_says_why() {
        HeardMessage.StockRefused read =
                contract("products.stock-refused.v1").assertReads(HeardMessage.StockRefused.class);

        assertOurs(read);
        assertThat(read.happening().trigger()).isEqualTo(Trigger.OUT_OF_STOCK);
        assertThat(refused("unknown-product")).isEqualTo(Trigger.UNKNOWN_PRODUCT);
        assertThat(refused("of-next-year")).isEqualTo(Trigger.OUT_OF_STOCK);
    }

    @Test
    void a_booked_shipment_is_read() {
        HeardMessage.ShipmentBooked read =
                contract("workers.shipment-booked.v1").assertReads(HeardMessage.ShipmentBooked.class);

        assertOurs(read);
        assertThat(read.happening().shipment()).map(Shipment::carrier).contains(read.carrier());
    }

    @Test
    void a_parcel_that_left_though_its_order_is_canceled_is_read() {
        HeardMessage.ShipmentCancelRefused read =
                contract("workers.shipment-cancel-refused.v1").assertReads(HeardMessage.ShipmentCancelRefused.class);

        assertOurs(read);
        assertThat(read.happening().detail()).contains("already-departed: Sandbox Parcel SP7K2M9QX4T1");
    }

    private static Trigger refused(String reason) {
        return new HeardMessage.StockRefused("ord_1", 1, reason, java.util.List.of())
                .happening()
                .trigger();
    }

    private static void assertOurs(HeardMessage message) {
        assertThat(message.orderId()).isEqualTo(OrderFixtures.ID.value());
        assertThat(message.version()).isPositive();
    }

    private static RefundRequestedMessage refund(Order order, Optional<String> reason) {
        Refund refund = new Refund("ref_01kqvsxxg0fz3b7kg11k2wmw91", Money.of(1250, "EUR"), reason);
        return RefundRequestedMessage.of(new RefundRequested(order, refund));
    }

    private static OrderCanceled canceled(CancelReason reason) {
        return new OrderCanceled(
                order(
                        new OrderState(Stage.CANCELED, Optional.empty(), Optional.of(reason), Optional.empty(), 0),
                        2,
                        OrderFixtures.DECIDED),
                false);
    }

    private static Order decided(Stage stage, long version, Instant at) {
        OrderState state =
                new OrderState(stage, Optional.empty(), Optional.empty(), Optional.of(OrderFixtures.SHIPMENT), 0);
        return order(state, version, at);
    }

    private static Order order(OrderState state, long version, Instant at) {
        Order placed = OrderFixtures.aPlacedOrder();
        return new Order(
                placed.id(),
                version,
                placed.buyer(),
                placed.purchase(),
                state,
                new Heard(0, 0, 0),
                placed.placedAt(),
                at);
    }

    private static MessageContract contract(String type) {
        return MessageContract.of(type.replaceFirst("\\.", "/"));
    }
}
