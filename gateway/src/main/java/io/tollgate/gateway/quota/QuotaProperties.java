package io.tollgate.gateway.quota;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How counts of quotas are leased from users-service.
 *
 * @param leaseFor how long the counts of one lease should last
 * @param firstCalls how many calls are leased for a client that nothing is known of
 * @param firstBytes how many bytes
 * @param most how much is leased at once at most
 * @param waitFor how long a request waits for a lease when there is none
 * @param idleFor after how long without a request counts go back
 * @param emptyFor how long a used-up quota is not asked for again: others may give something back
 * @param look how often leases that run low are filled up
 */
@Validated
@ConfigurationProperties("tollgate.gateway.quota")
public record QuotaProperties(
        @NotNull @DefaultValue("60s") Duration leaseFor,
        @Min(1) @DefaultValue("20") long firstCalls,
        @Min(1) @DefaultValue("1048576") long firstBytes,
        @Min(1) @DefaultValue("1000000000") long most,
        @NotNull @DefaultValue("2s") Duration waitFor,
        @NotNull @DefaultValue("30s") Duration idleFor,
        @NotNull @DefaultValue("5s") Duration emptyFor,
        @NotNull @DefaultValue("250ms") Duration look) {
    public QuotaProperties {
        if (look.multipliedBy(4).compareTo(leaseFor) > 0) {
            throw new IllegalArgumentException(
                    "tollgate.gateway.quota.look must be at most a quarter of lease-for, or leases run out unseen");
        }
    }
}
