package io.tollgate.users.usage;

import java.time.Instant;

/** Counts that a gateway holds; they are used for everybody else until it returns what is left. */
public record Lease(String id, String countId, String gatewayId, long granted, Instant expiresAt) {}
