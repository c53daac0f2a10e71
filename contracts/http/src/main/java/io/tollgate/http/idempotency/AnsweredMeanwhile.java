package io.tollgate.http.idempotency;

import org.springframework.dao.ConcurrencyFailureException;

/** Another process did the same at the same moment: what was done here is rolled back, and the next run finds its answer. */
final class AnsweredMeanwhile extends ConcurrencyFailureException {
    AnsweredMeanwhile(Throwable duplicate) {
        super("answered by another meanwhile", duplicate);
    }
}
