package io.tollgate.sandbox.network;

import io.tollgate.sandbox.network.Authorization.Status;
import java.util.Optional;
import java.util.Set;

/** What can be done with an authorization. */
enum Step {
    CONFIRM("confirmations", "authorized", Status.ACTION_REQUIRED),
    CAPTURE("captures", "captured", Status.AUTHORIZED),
    VOID("voids", "voided", Status.AUTHORIZED, Status.ACTION_REQUIRED),
    REFUND("refunds", "refunded", Status.CAPTURED, Status.PARTIALLY_REFUNDED);

    private final String path;
    private final String done;
    private final Set<Status> from;

    Step(String path, String done, Status... from) {
        this.path = path;
        this.done = done;
        this.from = Set.of(from);
    }

    static Step at(String path) {
        for (Step step : values()) {
            if (step.path.equals(path)) {
                return step;
            }
        }
        throw new AssertionError(path);
    }

    String done() {
        return done;
    }

    /** The code of the refusal; {@code already_captured}, {@code not_captured}, … */
    Optional<String> refusal(Authorization authorization) {
        Status status = authorization.status();
        if (from.contains(status)) {
            return Optional.empty();
        }
        if (status == Status.ACTION_REQUIRED) {
            return Optional.of("not_authorized");
        }
        return Optional.of(this == REFUND && status == Status.AUTHORIZED ? "not_captured" : "already_" + status.wire());
    }
}
