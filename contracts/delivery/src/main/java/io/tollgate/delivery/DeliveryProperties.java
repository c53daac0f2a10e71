package io.tollgate.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How messages leave, arrive and wait.
 *
 * @param source CloudEvents source of what this service says
 * @param outbox how messages leave
 * @param inbox how messages arrive
 * @param parking how messages wait
 */
@Validated
@ConfigurationProperties("tollgate.delivery")
record DeliveryProperties(
        @NotBlank String source,
        @DefaultValue @Valid OutboxSettings outbox,
        @DefaultValue @Valid InboxSettings inbox,
        @DefaultValue @Valid ParkingSettings parking) {

    /**
     * How messages leave.
     *
     * @param batchSize rows read, sent and marked together
     * @param lanes rows sent at the same time; all about one aggregate share a lane, so that they stay in order
     * @param pollInterval how often to look when nobody nudges
     * @param lease how long a relay may be silent before another takes over
     * @param maxPause longest pause before a destination that fails is tried again
     * @param backlogLimit rows waiting, above which no new work is begun
     * @param maxMessageSize what the broker takes at most: 256 KB in the standard tier, properties included
     * @param sentRetention how long a sent row is kept
     */
    record OutboxSettings(
            @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
            @DefaultValue("4") @Min(1) @Max(64) int lanes,
            @DefaultValue("500ms") Duration pollInterval,
            @DefaultValue("5s") Duration lease,
            @DefaultValue("30s") Duration maxPause,
            @DefaultValue("100000") @Min(1) long backlogLimit,
            @DefaultValue("240KB") DataSize maxMessageSize,
            @DefaultValue("24h") Duration sentRetention) {}

    /**
     * How messages arrive.
     *
     * @param handlerTimeout how long one handling may take before it counts as failed
     * @param retention how long a handled message is remembered; longer than any message can live
     * @param oldest age beyond which a message is refused: whether it was handled may be forgotten; less than retention
     * @param quiet how long nothing may arrive from an entity before it is looked whether something waits there
     */
    record InboxSettings(
            @DefaultValue("30s") Duration handlerTimeout,
            @DefaultValue("45d") Duration retention,
            @DefaultValue("30d") Duration oldest,
            @DefaultValue("60s") Duration quiet) {
        InboxSettings {
            if (oldest.compareTo(retention) >= 0) {
                throw new IllegalArgumentException("tollgate.delivery.inbox.oldest must be less than retention");
            }
        }
    }

    /**
     * How messages wait.
     *
     * @param pollInterval how often to look for one that is due
     * @param firstPause pause before the first repetition; each further one is twice as long
     * @param maxPause longest pause
     * @param jitter share of a pause that is left to chance
     * @param attempts tries in all, before a message is dead-lettered
     * @param concurrency keys tried at the same time
     * @param deadLetterDestination the entity that dead letters go to
     */
    record ParkingSettings(
            @DefaultValue("250ms") Duration pollInterval,
            @DefaultValue("1s") Duration firstPause,
            @DefaultValue("5m") Duration maxPause,
            @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("0.9") double jitter,
            @DefaultValue("10") @Min(1) int attempts,
            @DefaultValue("4") @Min(1) @Max(64) int concurrency,
            @DefaultValue("dlq-queue") @NotBlank String deadLetterDestination) {}
}
