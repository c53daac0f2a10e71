package io.tollgate.servicebus.journal;

/** A journal that cannot be used, and why. */
public final class JournalException extends RuntimeException {

    JournalException(String message) {
        super(message, null, false, false);
    }
}
