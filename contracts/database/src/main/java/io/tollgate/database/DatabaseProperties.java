package io.tollgate.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where this service keeps its data.
 *
 * @param url R2DBC address of the database; H2 or SQL Server by its scheme alone
 * @param variable the environment variable the address comes from: what a failed start names
 * @param pool how many connections, and how long to wait for one
 */
@Validated
@ConfigurationProperties("tollgate.database")
public record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue("tollgate.database.url") @NotBlank String variable,
        @DefaultValue @Valid Pool pool) {

    /**
     * Connections of one process.
     *
     * @param maxSize connections at most
     * @param acquireTimeout how long a use case waits for a connection before it counts as refused
     * @param connectTimeout how long the opening of one connection may take
     * @param maxIdleTime an unused connection is closed after this time
     * @param maxLifeTime a connection is replaced after this time, so that a failover is followed
     */
    public record Pool(
            @DefaultValue("10") @Min(1) @Max(200) int maxSize,
            @DefaultValue("5s") @NotNull Duration acquireTimeout,
            @DefaultValue("4s") @NotNull Duration connectTimeout,
            @DefaultValue("10m") @NotNull Duration maxIdleTime,
            @DefaultValue("30m") @NotNull Duration maxLifeTime) {
        public Pool {
            requirePositive("acquire-timeout", acquireTimeout);
            requirePositive("connect-timeout", connectTimeout);
            requirePositive("max-idle-time", maxIdleTime);
            requirePositive("max-life-time", maxLifeTime);
            // else who waits for a new connection gives up before it can be known that there is none
            if (acquireTimeout != null && connectTimeout != null && connectTimeout.compareTo(acquireTimeout) >= 0) {
                throw new IllegalArgumentException(
                        "tollgate.database.pool.connect-timeout must be shorter than acquire-timeout");
            }
        }

        private static void requirePositive(String name, Duration value) {
            if (value != null && (value.isNegative() || value.isZero())) {
                throw new IllegalArgumentException("tollgate.database.pool." + name + " must be more than nothing");
            }
        }
    }
}
