package io.tollgate.payments.payment;

import java.time.Instant;

/** Begins what has been due since the last step ended. */
final class Onward {
    private Onward() {}

    static Change from(Change change, Instant now) {
        return change.payment()
                .stepDue()
                .map(step -> change.beginning(step, now))
                .orElse(change);
    }
}
