package io.tollgate.servicebus.broker;

import java.util.UUID;

/** The right to settle one message, for as long as its lock lasts. */
public record Lease(MessageQueue queue, QueuedMessage message, UUID token) {

    boolean holds() {
        return token.equals(message.lock) && !message.busy;
    }
}
