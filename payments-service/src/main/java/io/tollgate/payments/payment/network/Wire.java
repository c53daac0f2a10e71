package io.tollgate.payments.payment.network;

import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.Secret;
import io.tollgate.payments.payment.Step;
import io.tollgate.values.Money;
import java.util.Optional;

/** How the network names a step and its end. */
enum Wire {
    AUTHORIZE("", "authorized"),
    CONFIRM("confirmations", "authorized"),
    ABANDON("voids", "voided"),
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

    /** What else than the authorization's name the network has to be told. */
    Optional<Object> body(Intent intent) {
        return switch (this) {
            case CONFIRM -> intent.secret().map(ConfirmationRequest::of);
            case REFUND -> Optional.of(RefundRequest.of(intent.amount()));
            default -> Optional.empty();
        };
    }

    record RefundRequest(long amount, String currency) {
        static RefundRequest of(Money money) {
            return new RefundRequest(money.amount(), money.currency().getCurrencyCode());
        }
    }

    record ConfirmationRequest(String code) {
        static ConfirmationRequest of(Secret secret) {
            return new ConfirmationRequest(secret.value());
        }

        @Override
        public String toString() {
            return "ConfirmationRequest[]";
        }
    }
}
