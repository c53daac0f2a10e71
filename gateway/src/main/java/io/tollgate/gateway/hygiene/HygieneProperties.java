package io.tollgate.gateway.hygiene;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may pass at all.
 *
 * @param maxBodySize the largest request body, counted whether it says its length or not
 * @param headersWithin how long a client may take to send the headers of a request it has begun
 * @param bodyWithin how long it may take to send the body, once somebody reads it
 */
@Validated
@ConfigurationProperties("tollgate.gateway.hygiene")
public record HygieneProperties(
        @NotNull @DefaultValue("1MB") DataSize maxBodySize,
        @NotNull @DefaultValue("10s") Duration headersWithin,
        @NotNull @DefaultValue("8s") Duration bodyWithin) {}
