package io.tollgate.gateway.caller;

import java.time.Instant;

/** Somebody whose credential was verified; a newer version of the credential means it must be verified again. */
public sealed interface Verified permits ApiClient, User {
    String id();

    long credentialVersion();

    /** Whether it ended by itself since it was verified. */
    default boolean isExpired(Instant now) {
        return false;
    }
}
