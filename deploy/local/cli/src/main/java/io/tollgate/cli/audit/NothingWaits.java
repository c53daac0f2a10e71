package io.tollgate.cli.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing is under way: what is to be sent was sent, what is to be done was done. */
final class NothingWaits implements Check {

    private static final List<String> SERVICES = List.of("users", "orders", "products", "payments", "workers");
    private static final Set<String> OPEN_SHIPMENTS = Set.of("BOOKING", "CANCEL_REQUESTED", "CANCELING");

    @Override
    public String promise() {
        return "at rest: outboxes empty, nothing parked, no step at another company open, every order ended";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        return Stream.of(
                        SERVICES.stream().flatMap(service -> unsent(evidence, service)),
                        SERVICES.stream().flatMap(service -> parked(evidence, service)),
                        openIntents(evidence),
                        openShipments(evidence),
                        openOrders(evidence))
                .flatMap(flaws -> flaws);
    }

    private static Stream<String> unsent(Evidence evidence, String service) {
        return evidence.rows(service, "outbox").stream()
                .map(row -> service + " has not sent " + row.text("type") + " about " + row.text("subject")
                        + (row.text("refused_at").isEmpty() ? "" : ": refused for good"));
    }

    private static Stream<String> parked(Evidence evidence, String service) {
        return evidence.rows(service, "parked_message").stream()
                .map(row -> service + " has parked " + row.text("type") + " about " + row.text("subject") + " after "
                        + row.text("attempts") + " attempts");
    }

    private static Stream<String> openIntents(Evidence evidence) {
        return evidence.rows("payments", "payment_intent").stream()
                .filter(intent -> !intent.yes("settled"))
                .map(intent -> "payment " + intent.text("payment_id") + " has an open " + intent.text("step"));
    }

    private static Stream<String> openShipments(Evidence evidence) {
        return evidence.rows("workers", "shipment").stream()
                .filter(shipment -> OPEN_SHIPMENTS.contains(shipment.text("state")))
                .map(shipment -> "shipment " + shipment.text("shipment_id") + " of order " + shipment.text("order_id")
                        + " is " + shipment.text("state"));
    }

    private static Stream<String> openOrders(Evidence evidence) {
        return evidence.orders().stream()
                .filter(order -> !OrderStates.hasEnded(order))
                .map(order -> "order " + order.text("id") + " is " + order.text("status"));
    }

    @Override
    public boolean needsRest() {
        return false;
    }
}
