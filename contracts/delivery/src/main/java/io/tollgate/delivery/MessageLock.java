package io.tollgate.delivery;

/** A received message as the broker holds it for us. */
interface MessageLock {
    /** Where it came from. */
    String entity();

    void complete();

    void deadLetter(String reason, String description);

    /** Gives it back at once. */
    void abandon();
}
