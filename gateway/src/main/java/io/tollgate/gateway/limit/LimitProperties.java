package io.tollgate.gateway.limit;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits that belong to no plan.
 *
 * @param addressTries how many unknown credentials one address may try per window, and at once
 * @param addressWindow that window
 * @param maxBuckets how many callers and addresses are remembered at once
 */
@Validated
@ConfigurationProperties("tollgate.gateway.limit")
public record LimitProperties(
        @Min(1) @DefaultValue("120") long addressTries,
        @NotNull @DefaultValue("1m") Duration addressWindow,
        @Min(1000) @DefaultValue("200000") long maxBuckets) {
    Rate addressRate() {
        return new Rate(addressTries, addressWindow, addressTries);
    }
}
