package io.tollgate.http;

/** The keys by which a signature would be checked are kept elsewhere, and elsewhere does not answer. */
public final class KeysAway extends RuntimeException {
    KeysAway() {
        super("the keys cannot be read", null, false, false);
    }
}
