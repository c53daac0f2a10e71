package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to an order.
 *
 * @param number grows from entry to entry of an order, with gaps; 0 until it is written
 * @param status where the order stood then
 * @param transition what happened
 * @param occasion when, by whom, through what
 * @param traceId the trace in which it happened; who writes the entry knows it
 * @param detail more for who asks why
 */
public record TimelineEntry(
        long number,
        OrderStatus status,
        String transition,
        Occasion occasion,
        Optional<String> traceId,
        Optional<String> detail) {
    public static final long BEFORE_ALL = 0;
    private static final int MOST_PER_VERSION = 10;

    static TimelineEntry of(OrderStatus status, String transition, Occasion occasion, Optional<String> detail) {
        return new TimelineEntry(BEFORE_ALL, status, transition, occasion, Optional.empty(), detail);
    }

    /** The number of the given entry of those that led to a version of the order. */
    public static long number(long version, int index) {
        return version * MOST_PER_VERSION + index;
    }

    public Instant at() {
        return occasion.at();
    }
}
