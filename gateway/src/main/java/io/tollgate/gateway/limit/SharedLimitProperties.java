package io.tollgate.gateway.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How several gateways count together.
 *
 * @param redisUrl where the shared counts are; empty when this gateway is the only one
 * @param gateways how many gateways there are at most; each gets this part of a limit while Redis is away
 * @param redisTimeout how long a request waits for Redis, once; then Redis is away
 * @param retryEvery how often it is tried again
 */
@Validated
@ConfigurationProperties("tollgate.gateway.limit.shared")
public record SharedLimitProperties(
        @DefaultValue("") String redisUrl,
        @Min(1) @Max(1000) @DefaultValue("1") int gateways,
        @NotNull @DefaultValue("100ms") Duration redisTimeout,
        @NotNull @DefaultValue("500ms") Duration retryEvery) {
    public boolean isShared() {
        return !redisUrl.isBlank();
    }

    @Override
    public String toString() {
        return "SharedLimitProperties[not shown]";
    }
}
