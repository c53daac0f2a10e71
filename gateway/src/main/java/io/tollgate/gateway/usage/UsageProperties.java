package io.tollgate.gateway.usage;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what was counted comes to users-service.
 *
 * @param reportsEvery how often it is told; what a killed gateway had not told yet is lost
 * @param maxCounters how many combinations of client, day, operation and status are counted while it cannot be told
 * @param lastReportWithin how long a gateway that goes waits for its last report to arrive
 */
@Validated
@ConfigurationProperties("tollgate.gateway.usage")
public record UsageProperties(
        @NotNull @DefaultValue("5s") Duration reportsEvery,
        @Min(1000) @DefaultValue("100000") int maxCounters,
        @NotNull @DefaultValue("5s") Duration lastReportWithin) {
    public UsageProperties {
        if (reportsEvery.toMillis() < 10 || reportsEvery.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "tollgate.gateway.usage.reports-every (TOLLGATE_GATEWAY_REPORTS_EVERY) must be from 10ms to 10m");
        }
    }
}
