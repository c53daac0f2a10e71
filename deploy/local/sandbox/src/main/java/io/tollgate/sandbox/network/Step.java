package io.tollgate.sandbox.network;

import io.tollgate.sandbox.network.Authorization.Status;
import java.util.Optional;

/** What can be done with an authorization, once. */
enum Step {
    CAPTURE("captures", Status.AUTHORIZED, Status.CAPTURED),
    VOID("voids", Status.AUTHORIZED, Status.VOIDED),
    REFUND("refunds", Status.CAPTURED, Status.REFUNDED);

    private final String path;
    private final Status from;
    private final Status to;

    Step(String path, Status from, Status to) {
        this.path = path;
        this.from = from;
        this.to = to;
    }

    static Step at(String path) {
        for (Step step : values()) {
            if (step.path.equals(path)) {
                return step;
            }
        }
        throw new AssertionError(path);
    }

    Status to() {
        return to;
    }

    /** The code of the refusal; {@code already_captured}, {@code not_captured}, … */
    Optional<String> refusal(Authorization authorization) {
        if (authorization.status() == from) {
            return Optional.empty();
        }
        boolean tooEarly = authorization.status() == Status.AUTHORIZED;
        return Optional.of(
                tooEarly
                        ? "not_" + from.wire()
                        : "already_" + authorization.status().wire());
    }
}
