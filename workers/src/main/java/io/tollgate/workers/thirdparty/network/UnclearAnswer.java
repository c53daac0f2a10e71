package io.tollgate.workers.thirdparty.network;

import org.springframework.http.HttpStatusCode;

/** The carrier said something that is neither yes nor no. */
class UnclearAnswer extends RuntimeException {
    UnclearAnswer(String message) {
        super(message, null, false, false);
    }

    static UnclearAnswer status(HttpStatusCode status) {
        String message = "it answered " + status.value();
        return status.is5xxServerError() ? new Broken(message) : new UnclearAnswer(message);
    }

    /** It may go better at once. */
    static final class Broken extends UnclearAnswer {
        private Broken(String message) {
            super(message);
        }
    }
}
