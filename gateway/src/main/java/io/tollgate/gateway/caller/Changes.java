package io.tollgate.gateway.caller;

/** What became of credentials since they were verified. */
public interface Changes {
    /** Whether this verification still holds. */
    boolean isCurrent(Verified verified);

    /** Whether the changes have not been heard for so long that nothing known can be relied on. */
    boolean isStale();
}
