package io.tollgate.gateway.caller;

/** Somebody whose credential was verified; a newer version of the credential means it must be verified again. */
public sealed interface Verified permits ApiClient, User {
    String id();

    long credentialVersion();
}
