package io.tollgate.gateway.caller;

/** What a key is for. */
public enum KeyEnvironment {
    LIVE,
    TEST
}
