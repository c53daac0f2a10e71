package io.tollgate.cli.audit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What orders decided has become of every reservation. */
final class ReservationsEnded implements Check {

    private static final Map<String, Set<String>> RIGHT = Map.of(
            OrderStates.SHIPPED, Set.of("COMMITTED"), OrderStates.CANCELED, Set.of("RELEASED", "REFUSED", "ENDED"));

    @Override
    public String promise() {
        return "no ended order holds stock that it should not hold";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, Row> reservations = evidence.oneBy("products", "reservation", "order_id");
        return evidence.orders().stream().filter(OrderStates::hasEnded).flatMap(order -> {
            Row reservation = reservations.get(order.text("id"));
            String state = reservation == null ? "missing" : reservation.text("state");
            return RIGHT.get(order.text("status")).contains(state)
                    ? Stream.empty()
                    : Stream.of("order " + order.text("id") + " is " + order.text("status") + ", its reservation is "
                            + state);
        });
    }
}
