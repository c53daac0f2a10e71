package io.tollgate.users.client;

/** Whether a client's keys open anything. */
public enum ClientStatus {
    ACTIVE,
    SUSPENDED,
    /** For ever: its keys are revoked. */
    CLOSED
}
