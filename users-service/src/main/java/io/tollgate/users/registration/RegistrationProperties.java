package io.tollgate.users.registration;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a registration waits.
 *
 * @param keepUnverified after this time without a proof of its address an account is removed
 * @param tidy how often such accounts, old tokens and old counts are looked for
 */
@Validated
@ConfigurationProperties("users.registration")
public record RegistrationProperties(
        @NotNull @DefaultValue("7d") Duration keepUnverified, @NotNull @DefaultValue("10m") Duration tidy) {}
