package io.tollgate.http.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is remembered.
 *
 * @param secret keys the fingerprints of request bodies, which may hold personal data; at least 32 characters
 * @param patience how long an equal request waits for the first one; below the gateway's deadline
 * @param keep how long answers are repeated
 * @param purge how often what is too old is deleted
 */
@Validated
@ConfigurationProperties("tollgate.http.idempotency")
public record IdempotencyProperties(
        @DefaultValue("") String secret,
        @NotNull @DefaultValue("8s") Duration patience,
        @NotNull @DefaultValue("24h") Duration keep,
        @NotNull @DefaultValue("10m") Duration purge) {}
