package io.tollgate.users.usage;

import java.time.Instant;

/** When a key was used last, as a gateway saw it. */
public record KeyUsed(String keyId, Instant usedAt) {}
