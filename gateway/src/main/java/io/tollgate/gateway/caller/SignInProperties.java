package io.tollgate.gateway.caller;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How wrong passwords are slowed down.
 *
 * @param freeTries wrong passwords of one user from one address before the next has to wait
 * @param freeTriesOfAddress the same for one address, whomever it tries; who signs in takes one back
 * @param firstDelay how long the first wait is; each is twice the one before
 * @param longestDelay how long it can become
 * @param strangersTries how often a user may be tried at once from addresses it never signed in from
 * @param strangersEvery in which time one of those is given back
 * @param forgetAfter when wrong passwords are forgotten
 * @param familiarFor how long an address from which a user signed in is familiar
 * @param remembered how many users, addresses and pairs of them are remembered at once
 */
@Validated
@ConfigurationProperties("tollgate.gateway.sign-in")
public record SignInProperties(
        @Min(1) @DefaultValue("5") int freeTries,
        @Min(1) @DefaultValue("30") int freeTriesOfAddress,
        @NotNull @DefaultValue("1s") Duration firstDelay,
        @NotNull @DefaultValue("1m") Duration longestDelay,
        @Min(2) @DefaultValue("30") int strangersTries,
        @NotNull @DefaultValue("6s") Duration strangersEvery,
        @NotNull @DefaultValue("1h") Duration forgetAfter,
        @NotNull @DefaultValue("30d") Duration familiarFor,
        @Min(1000) @DefaultValue("100000") long remembered) {}
