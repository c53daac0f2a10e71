package io.tollgate.users.refusal;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long refused requests can be looked up.
 *
 * @param keep for how long
 * @param tidy how often what is too old is looked for
 */
@Validated
@ConfigurationProperties("users.refusals")
public record RefusalProperties(
        @NotNull @DefaultValue("24h") Duration keep, @NotNull @DefaultValue("10m") Duration tidy) {}
