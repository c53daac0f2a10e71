package io.tollgate.gateway.caller;

import java.time.Instant;
import java.util.Optional;

/** Somebody whose credential was verified; a newer version of the credential means it must be verified again. */
public sealed interface Verified permits ApiClient, User {
    String id();

    long credentialVersion();

    /** When it ends by itself, if it does. */
    Optional<Instant> expiresAt();
}
