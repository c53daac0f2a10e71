package io.tollgate.users.usage;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of usage, and how long gateways hold counts.
 *
 * @param leaseFor how long a gateway may hold counts; what it does not return by then stays used
 * @param keep how long the counts of clients are kept
 * @param keepReports how long a repeated report is recognized; no gateway repeats one for longer
 * @param tidy how often what is too old is looked for
 */
@Validated
@ConfigurationProperties("users.usage")
public record UsageProperties(
        @NotNull @DefaultValue("1h") Duration leaseFor,
        @NotNull @DefaultValue("400d") Duration keep,
        @NotNull @DefaultValue("7d") Duration keepReports,
        @NotNull @DefaultValue("10m") Duration tidy) {
    private static final Duration LONGEST_PERIOD = Duration.ofDays(32);

    public UsageProperties {
        if (leaseFor.compareTo(Duration.ofMinutes(1)) < 0 || leaseFor.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("users.usage.lease-for must be from one minute to one day");
        }
        if (keep.compareTo(LONGEST_PERIOD) < 0) {
            throw new IllegalArgumentException(
                    "users.usage.keep (TOLLGATE_USERS_KEEP_USAGE) must be at least 32 days: a month is counted with it");
        }
        if (keepReports.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("users.usage.keep-reports must be at least one day");
        }
    }
}
