package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to an order.
 *
 * @param status where the order stood then
 * @param transition what happened
 * @param occasion when, by whom, through what
 * @param traceId the trace in which it happened; who writes the entry knows it
 * @param detail more for who asks why
 */
public record TimelineEntry(
        OrderStatus status, String transition, Occasion occasion, Optional<String> traceId, Optional<String> detail) {
    static TimelineEntry of(OrderStatus status, String transition, Occasion occasion, Optional<String> detail) {
        return new TimelineEntry(status, transition, occasion, Optional.empty(), detail);
    }

    public Instant at() {
        return occasion.at();
    }
}
