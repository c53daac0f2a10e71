package io.tollgate.users.usage;

/** What a quota counts. */
public enum QuotaUnit {
    CALLS,
    /** Bodies of requests and answers together. */
    BYTES
}
