package io.tollgate.payments.payment.network;

import io.tollgate.payments.payment.Step;

/** How the network names a step and its end. */
enum Wire {
    AUTHORIZE("", "authorized"),
    CAPTURE("captures", "captured"),
    VOID("voids", "voided"),
    REFUND("refunds", "refunded");

    private final String path;
    private final String done;

    Wire(String path, String done) {
        this.path = path;
        this.done = done;
    }

    static Wire of(Step step) {
        return valueOf(step.name());
    }

    String path() {
        return path;
    }

    boolean isDone(String status) {
        return done.equals(status);
    }

    /** A refusal that says that it was done before: what we wanted is true. */
    boolean isAlreadyDone(String code) {
        return code.equals("already_" + done);
    }
}
