package io.tollgate.workers.erasure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a user's dead letters are searched.
 *
 * @param bus connection string of the bus
 * @param letterBoxes entities with dead letters: {@code dlq-queue}, {@code orders-queue/$deadletterqueue},
 *     {@code events-topic/subscriptions/payments/$deadletterqueue}
 * @param grace how long after the erasure the search begins; a message that was being handled then is done with by now
 * @param sweep how often to look for searches that are due
 * @param lease how long one search may take before it is begun again
 * @param patience how long one search takes at most; shorter than the lease
 * @param peek letters looked at in one box and search at most
 * @param reach letters of others held for a moment, in one box and search at most, to come at those behind them
 * @param concurrency users searched for at the same time, each on a thread of its own
 */
@Validated
@ConfigurationProperties("tollgate.erasure")
public record ErasureProperties(
        @NotEmpty String bus,
        @NotEmpty @DefaultValue({"dlq-queue", "dlq-queue/$deadletterqueue"}) List<String> letterBoxes,
        @NotNull @DefaultValue("35s") Duration grace,
        @NotNull @DefaultValue("1s") Duration sweep,
        @NotNull @DefaultValue("5m") Duration lease,
        @NotNull @DefaultValue("4m") Duration patience,
        @DefaultValue("100000") @Min(1) int peek,
        @DefaultValue("5000") @Min(1) int reach,
        @DefaultValue("1") @Min(1) @Max(16) int concurrency) {
    public ErasureProperties {
        letterBoxes = List.copyOf(letterBoxes);
    }

    @Override
    public String toString() {
        return "ErasureProperties[letterBoxes=" + letterBoxes + "]";
    }
}
