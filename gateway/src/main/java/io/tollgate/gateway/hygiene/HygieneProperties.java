package io.tollgate.gateway.hygiene;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may pass at all.
 *
 * @param maxBodySize the largest request body, counted whether it says its length or not
 */
@Validated
@ConfigurationProperties("tollgate.gateway.hygiene")
public record HygieneProperties(@NotNull @DefaultValue("1MB") DataSize maxBodySize) {}
