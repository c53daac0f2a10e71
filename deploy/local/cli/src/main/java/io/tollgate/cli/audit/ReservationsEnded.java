package io.tollgate.cli.audit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What orders decided has become of every reservation; the goods of a parcel that left stay sold. */
final class ReservationsEnded implements Check {

    private static final Set<String> SOLD = Set.of("COMMITTED");
    private static final Set<String> BACK = Set.of("RELEASED", "REFUSED", "ENDED");

    @Override
    public String promise() {
        return "no ended order holds stock that it should not hold";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, Row> reservations = evidence.oneBy("products", "reservation", "order_id");
        Map<String, Row> shipments = evidence.oneBy("workers", "shipment", "order_id");
        return evidence.orders().stream().filter(OrderStates::hasEnded).flatMap(order -> {
            Row reservation = reservations.get(order.text("id"));
            String state = reservation == null ? "missing" : reservation.text("state");
            Optional<Row> shipment = Optional.ofNullable(shipments.get(order.text("id")));
            return (OrderStates.hasLeft(order, shipment) ? SOLD : BACK).contains(state)
                    ? Stream.empty()
                    : Stream.of("order " + order.text("id") + " is " + order.text("status") + ", its reservation is "
                            + state);
        });
    }
}
