package io.tollgate.workers.thirdparty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the carrier is asked, and asked again.
 *
 * @param sweep how often to look for bookings that nobody was woken for
 * @param concurrency how many bookings one instance has under way at most
 * @param lease how long an instance may work on a booking before another takes it up; longer than any call takes
 * @param firstRetry how long after the first failed attempt the second begins; doubled from then on
 * @param lastRetry the longest time between two attempts
 * @param doubt how long after it was sent a booking may still arrive at the carrier that has never seen it
 */
@Validated
@ConfigurationProperties("tollgate.thirdparty")
public record ThirdpartyProperties(
        @NotNull @DefaultValue("1s") Duration sweep,
        @DefaultValue("16") @Min(1) @Max(1000) int concurrency,
        @NotNull @DefaultValue("15s") Duration lease,
        @NotNull @DefaultValue("1s") Duration firstRetry,
        @NotNull @DefaultValue("10s") Duration lastRetry,
        @NotNull @DefaultValue("30s") Duration doubt) {
    private static final int LARGEST_SHIFT = 20;

    /** Up to a fifth shorter, so that what failed together does not come back together; never longer than the last. */
    Duration pauseAfter(int attempt, ShipmentId id) {
        Duration doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, LARGEST_SHIFT));
        Duration capped = doubled.compareTo(lastRetry) < 0 ? doubled : lastRetry;
        return capped.minus(
                capped.multipliedBy(Math.floorMod(id.hashCode(), 20)).dividedBy(100));
    }
}
