package io.tollgate.delivery;

import java.util.Optional;

/**
 * What becomes of a message on the broker, and what is counted.
 *
 * @param name what is counted
 * @param deadLetter why the broker is to set it aside; empty when it is completed
 */
record Outcome(String name, Optional<DeadLetter> deadLetter) {
    static final Outcome HANDLED = completed("handled");
    static final Outcome DUPLICATE = completed("duplicate");
    static final Outcome PARKED = completed("parked");
    static final Outcome PARKED_BEHIND = completed("parked-behind");
    static final Outcome ERASED = completed("erased");
    static final Outcome UNKNOWN = completed("unknown");

    /** Reason and description as the broker keeps them. */
    record DeadLetter(String reason, String description) {}

    static Outcome deadLettered(String reason, String description) {
        return new Outcome(reason, Optional.of(new DeadLetter(reason, description)));
    }

    private static Outcome completed(String name) {
        return new Outcome(name, Optional.empty());
    }
}
