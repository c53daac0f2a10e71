package io.tollgate.workers.fulfillment.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import io.tollgate.workers.fulfillment.Address;
import io.tollgate.workers.fulfillment.Consignment;
import io.tollgate.workers.fulfillment.OrderId;
import io.tollgate.workers.fulfillment.ShipmentId;
import io.tollgate.workers.fulfillment.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FulfillmentMessagesContractTest {
    private static final ShipmentId SHIPMENT = new ShipmentId("shp_01kqsdr2w1e5bs8w2q7pjx3z0m");
    private static final OrderId ORDER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    private static final UserId USER = new UserId("usr_01kpmz88c1ef1tnyr5f7dfw65v");
    private static final Address HOME = new Address(
            "Ada Lindgren",
            "12 Harbor Street",
            Optional.of("Second floor"),
            "Gothenburg",
            "411 04",
            Optional.of("Västra Götaland"),
            "SE");
    private static final Address SHORT = new Address(
            "Ada Lindgren", "12 Harbor Street", Optional.empty(), "Gothenburg", "411 04", Optional.empty(), "SE");
    private static final List<Consignment.Line> LINES = List.of(
            new Consignment.Line("prd_01kn6vw99tfhgsf0epbwycsr8k", "Espresso cup", 2),
            new Consignment.Line("prd_01kn6vyg1wevnthytvb6nmk92t", "Filter coffee", 1));

    @Test
    void a_fulfill_command_is_read() {
        FulfillMessage read = MessageContract.of("orders/fulfill.v1").assertReads(FulfillMessage.class);

        Consignment consignment = read.toConsignment();
        assertThat(consignment.orderId()).isEqualTo(ORDER);
        assertThat(consignment.lines()).hasSize(2);
        assertThat(consignment.address().country()).isEqualTo("GB");
        assertThat(read.toString()).doesNotContain(consignment.address().line1());
    }

    @Test
    void a_canceled_order_is_read() {
        OrderCanceledMessage read =
                MessageContract.of("orders/order-canceled.v1").assertReads(OrderCanceledMessage.class);

        assertThat(read).isEqualTo(new OrderCanceledMessage(ORDER.value(), USER.value(), Optional.empty()));
    }

    @Test
    void the_commands_are_written_as_promised() {
        Consignment consignment = new Consignment(ORDER, USER, LINES, HOME);
        MessageContract book = MessageContract.of("workers/book-shipment.v1");
        book.assertWrites(
                ShipmentMessages.BookShipment.of(SHIPMENT, consignment, Instant.parse("2026-05-04T12:00:00.520Z")));
        book.assertAllows(ShipmentMessages.BookShipment.of(
                SHIPMENT, new Consignment(ORDER, USER, LINES, SHORT), Instant.parse("2026-05-04T12:00:00.520Z")));
        MessageContract.of("workers/cancel-shipment.v1")
                .assertWrites(ShipmentMessages.CancelShipment.of(
                        SHIPMENT, ORDER, USER, Instant.parse("2026-05-04T12:00:02.104Z")));
    }
}
