package io.tollgate.delivery;

/** The broker will never take this message as it is. */
final class SendRefused extends RuntimeException {
    SendRefused(String reason) {
        super(reason, null, false, false);
    }
}
