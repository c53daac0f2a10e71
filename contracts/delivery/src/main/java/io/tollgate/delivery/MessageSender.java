package io.tollgate.delivery;

import reactor.core.publisher.Mono;

/** The way to the broker. */
interface MessageSender {

    /**
     * Completes when the broker has the message. {@link SendRefused} when it will never take it; any other error means
     * that it may later.
     */
    Mono<Void> send(OutboxRow row);
}
