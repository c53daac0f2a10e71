package io.tollgate.users.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a key is followed by another.
 *
 * @param overlap for how long both are good, but never longer than the old one would have been
 * @param expiresAt when the new one ends, if not when the old one would have
 */
public record Rotation(Duration overlap, Optional<Instant> expiresAt) {}
