package io.tollgate.gateway.caller;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How callers are known.
 *
 * @param usersUrl where users-service is
 * @param knownFor how long a verified credential is believed without asking again
 * @param unknownFor how long a wrong API key is known to be wrong
 * @param maxKnown how many credentials are remembered at once
 * @param staleAfter how long known callers go on while users' changes are not heard
 * @param verifyTimeout how long one question to users-service may take
 * @param passwordsAtOnce how many passwords are verified at the same time: as many as users-service hashes
 * @param passwordsWaiting how many may wait for that
 * @param passwordsWaitingPerAddress how many of them may come from one address
 * @param passwordWait how long one may wait
 */
@Validated
@ConfigurationProperties("tollgate.gateway.caller")
public record CallerProperties(
        @DefaultValue("") String usersUrl,
        @NotNull @DefaultValue("15m") Duration knownFor,
        @NotNull @DefaultValue("10s") Duration unknownFor,
        @Min(100) @DefaultValue("100000") long maxKnown,
        @NotNull @DefaultValue("5m") Duration staleAfter,
        @NotNull @DefaultValue("3s") Duration verifyTimeout,
        @Min(1) @DefaultValue("2") int passwordsAtOnce,
        @Min(1) @DefaultValue("64") int passwordsWaiting,
        @Min(1) @DefaultValue("8") int passwordsWaitingPerAddress,
        @NotNull @DefaultValue("2s") Duration passwordWait) {
    public CallerProperties {
        if (knownFor.compareTo(staleAfter) <= 0) {
            throw new IllegalArgumentException(
                    "known-for must be longer than stale-after, or an outage would end earlier than promised");
        }
    }
}
