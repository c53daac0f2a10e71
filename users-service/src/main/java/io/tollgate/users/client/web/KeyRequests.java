package io.tollgate.users.client.web;

import io.tollgate.users.client.KeyEnvironment;
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

    /** Another key in the place of one: how long both are good. */
    record Rotate(@Min(0) @Max(2_592_000) Integer overlapSeconds) {
        private static final int DAY = 86_400;

        Duration overlap() {
            return Duration.ofSeconds(overlapSeconds == null ? DAY : overlapSeconds);
        }
    }
}
