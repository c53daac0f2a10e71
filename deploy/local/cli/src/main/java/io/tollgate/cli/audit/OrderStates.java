package io.tollgate.cli.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the states of an order mean to an auditor. */
final class OrderStates {

    static final String SHIPPED = "SHIPPED";
    static final String CANCELED = "CANCELED";
    private static final Set<List<String>> PATHS = Set.of(
            List.of("PLACED"),
            List.of("PLACED", "CONFIRMED"),
            List.of("PLACED", "CONFIRMED", SHIPPED),
            List.of("PLACED", CANCELED),
            List.of("PLACED", "CONFIRMED", CANCELED));

    private OrderStates() {}

    static boolean hasEnded(Row order) {
        return order.text("status").equals(SHIPPED) || order.text("status").equals(CANCELED);
    }

    /** Whether a parcel of an ended order is rightly under way: it was shipped, or canceled and not taken back. */
    static boolean hasLeft(Row order, Optional<Row> shipment) {
        return order.text("status").equals(SHIPPED)
                || shipment.filter(its -> its.text("state").equals("CANCEL_REFUSED"))
                        .isPresent();
    }

    /** Whether an order can have been in these states, one after the other. */
    static boolean isPath(List<String> states) {
        return PATHS.contains(states);
    }
}
