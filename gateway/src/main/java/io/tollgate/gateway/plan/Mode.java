package io.tollgate.gateway.plan;

/** What a limit does when it is used up. */
public enum Mode {
    ENFORCE,
    /** Only counts what it would have refused. */
    SHADOW
}
