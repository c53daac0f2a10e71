package io.tollgate.users.plan;

import java.util.Set;

/**
 * How much in all, per day, week or month of the client's time zone.
 *
 * @param unit {@code calls}, or {@code bytes} of bodies sent and received
 */
public record Quota(String name, String unit, String period, Long limit, String mode) {
    static final Set<String> UNITS = Set.of("calls", "bytes");
    static final Set<String> PERIODS = Set.of("day", "week", "month");

    public Quota {
        mode = mode == null ? Limit.ENFORCE : mode;
    }
}
