package io.tollgate.sound.order.messages;

import io.tollgate.delivery.Outbox;
import reactor.core.publisher.Mono;

class OrderMessages {
    private final Outbox outbox;

    OrderMessages(Outbox outbox) {
        this.outbox = outbox;
    }

    Mono<Void> announce(String order) {
        return outbox.add(order);
    }
}
