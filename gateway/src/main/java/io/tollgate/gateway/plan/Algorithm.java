package io.tollgate.gateway.plan;

/** How a rate is counted. */
public enum Algorithm {
    /** So many at once, and then as they come back, evenly. */
    TOKEN_BUCKET,
    /** Never more than the limit in any stretch as long as the window. */
    SLIDING_WINDOW
}
