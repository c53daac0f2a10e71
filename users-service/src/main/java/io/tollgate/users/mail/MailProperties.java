package io.tollgate.users.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many mails one address may get from requests that anybody can send.
 *
 * @param limit mails per window
 * @param window how long the limit holds for
 */
@Validated
@ConfigurationProperties("users.mail")
public record MailProperties(
        @DefaultValue("5") @Min(1) @Max(1000) int limit, @NotNull @DefaultValue("1h") Duration window) {}
