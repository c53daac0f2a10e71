package io.tollgate.workers.email;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent.
 *
 * @param sweep how often to look for mails that nobody was woken for
 * @param lease how long whoever sends a mail may take before it counts as dead; longer than all tries of one call
 * @param timeToLive how long after its making a notification is still worth sending
 * @param concurrency mails sent at the same time, each on a thread of its own
 */
@Validated
@ConfigurationProperties("tollgate.email")
public record EmailProperties(
        @NotNull @DefaultValue("1s") Duration sweep,
        @NotNull @DefaultValue("60s") Duration lease,
        @NotNull @DefaultValue("24h") Duration timeToLive,
        @DefaultValue("8") @Min(1) @Max(64) int concurrency) {}
