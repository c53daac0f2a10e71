package io.tollgate.gateway.plan;

/** Whose requests are counted together. */
public enum Per {
    CLIENT,
    KEY,
    /** A user of the client; a request without one counts for the client. */
    USER,
    /** An address the client's requests come from. */
    ADDRESS,
    /** One operation of the client. */
    ROUTE,
    /** All clients of the plan together. */
    PLAN
}
