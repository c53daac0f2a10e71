package io.tollgate.payments.payment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How steps at the card network are taken and taken up again.
 *
 * @param sweep how often it is looked for steps that nobody was woken for
 * @param concurrency how many steps one instance has under way at most
 * @param claim how long an instance may work on a step before another takes it up; longer than any call takes
 * @param firstRetry how long after the first failed attempt the second begins; doubled from then on
 * @param lastRetry the longest time between two attempts
 * @param doubt how long after it was sent a step may still arrive at the network that has never seen it
 */
@Validated
@ConfigurationProperties("payments.intents")
public record IntentProperties(
        @DefaultValue("1s") @NotNull Duration sweep,
        @DefaultValue("32") @Min(1) @Max(1000) int concurrency,
        @DefaultValue("10s") @NotNull Duration claim,
        @DefaultValue("1s") @NotNull Duration firstRetry,
        @DefaultValue("10s") @NotNull Duration lastRetry,
        @DefaultValue("30s") @NotNull Duration doubt) {
    private static final int LARGEST_SHIFT = 20;

    public IntentProperties {
        if (firstRetry.compareTo(lastRetry) > 0) {
            throw new IllegalArgumentException("payments.intents.first-retry is longer than last-retry");
        }
    }

    /**
     * Between half of it and the whole, so that what failed together does not come back together.
     *
     * @param chance from 0 to 1
     */
    Duration pauseAfter(int attempt, double chance) {
        Duration doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, LARGEST_SHIFT));
        Duration longest = doubled.compareTo(lastRetry) < 0 ? doubled : lastRetry;
        return Duration.ofNanos((long) (longest.toNanos() * (1 + chance) / 2));
    }
}
