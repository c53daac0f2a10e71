package io.tollgate.orders.order;

import java.util.List;

/** An order's next state, what is told of it, and what its timeline says; nothing of it all when nothing changed. */
public record Change(Order order, List<OrderEvent> facts, List<TimelineEntry> entries) {
    static Change nothing(Order unchanged) {
        return new Change(unchanged, List.of(), List.of());
    }

    /** Every change says something in the timeline. */
    boolean happened() {
        return !entries.isEmpty();
    }
}
