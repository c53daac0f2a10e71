package io.tollgate.gateway.caller;

/** What became of credentials since they were verified. */
public interface Changes {
    /** Whether this verification still holds. */
    boolean isCurrent(Verified verified);

    /** How often the changes were begun to be heard: what was verified before the latest may have changed unheard. */
    long beginnings();

    /** Whether the changes have not been heard for so long that nothing known can be relied on. */
    boolean isStale();
}
