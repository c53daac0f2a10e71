package io.tollgate.orders.order;

import java.time.Instant;

/**
 * What makes an order change.
 *
 * @param at when
 * @param actor who: a user's id or a service's name
 * @param cause through what: a request or a message
 */
public record Occasion(Instant at, String actor, String cause) {
    /** The service that answers for what follows from what others did. */
    static final String US = "orders";

    Occasion decidedHere() {
        return new Occasion(at, US, cause);
    }
}
