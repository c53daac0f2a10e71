package io.tollgate.orders.order.web;

import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to an order, in the order of happening. */
record TimelineResponse(List<Entry> items) {
    record Entry(
            long number,
            OrderStatus status,
            String transition,
            Instant at,
            String actor,
            String cause,
            Optional<String> traceId,
            Optional<String> detail) {
        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.number(),
                    entry.status(),
                    entry.transition(),
                    entry.at(),
                    entry.occasion().actor(),
                    entry.occasion().cause(),
                    entry.traceId(),
                    entry.detail());
        }
    }

    static TimelineResponse of(List<TimelineEntry> entries) {
        return new TimelineResponse(entries.stream().map(Entry::of).toList());
    }
}
