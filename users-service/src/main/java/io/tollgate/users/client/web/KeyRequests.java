package io.tollgate.users.client.web;

import io.tollgate.users.client.KeyEnvironment;
import io.tollgate.users.client.Rotation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is asked about keys. */
interface KeyRequests {
    /** A key to be made. */
    record Create(
            @Pattern(regexp = "live|test", message = "must be live or test") String environment,
            @Fits(value = FitsValidator.Kind.TIME, message = "must be a time of the years 2000 to 9999")
                    Instant expiresAt) {
        KeyEnvironment toEnvironment() {
            return CreateClientRequest.environment(environment);
        }

        Optional<Instant> end() {
            return Optional.ofNullable(expiresAt);
        }
    }

    /** Another key in the place of one: how long both are good, and when the other ends. */
    record Rotate(
            @Min(0) @Max(2_592_000) Integer overlapSeconds,
            @Fits(value = FitsValidator.Kind.TIME, message = "must be a time of the years 2000 to 9999")
                    Instant expiresAt) {
        private static final int DAY = 86_400;

        Rotation toRotation() {
            Duration overlap = Duration.ofSeconds(overlapSeconds == null ? DAY : overlapSeconds);
            return new Rotation(overlap, Optional.ofNullable(expiresAt));
        }
    }
}
