package io.tollgate.users.client;

/** What a key is at some time. */
public enum KeyStatus {
    ACTIVE,
    REVOKED,
    EXPIRED
}
