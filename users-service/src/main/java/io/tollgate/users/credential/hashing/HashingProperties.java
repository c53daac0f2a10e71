package io.tollgate.users.credential.hashing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a password hash costs (OWASP's Argon2id figures), and how many are computed and wait at a time.
 *
 * @param memory KiB per hash
 * @param iterations passes over that memory
 * @param parallelism lanes
 * @param workers hashes computed at the same time
 * @param queue hashes that may wait; one more is refused with 503
 */
@Validated
@ConfigurationProperties("users.hashing")
record HashingProperties(
        @DefaultValue("19456") @Min(19456) int memory,
        @DefaultValue("2") @Min(2) int iterations,
        @DefaultValue("1") @Min(1) @Max(16) int parallelism,
        @DefaultValue("2") @Min(1) @Max(64) int workers,
        @DefaultValue("32") @Min(1) @Max(10000) int queue) {}
