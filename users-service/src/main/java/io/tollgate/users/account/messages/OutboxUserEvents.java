package io.tollgate.users.account.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.users.account.UserEvents;
import io.tollgate.users.account.UserRegistered;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what happened to users through the outbox; making accounts is new work, which waits while too much is unsaid. */
@Component
class OutboxUserEvents implements UserEvents {
    private final Outbox outbox;

    OutboxUserEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(UserRegistered registered) {
        OutgoingMessage fact = OutgoingMessage.fact(
                UserRegisteredMessage.TYPE,
                registered.userId(),
                registered.version(),
                UserRegisteredMessage.of(registered));
        return outbox.admit().then(Mono.defer(() -> outbox.add(List.of(fact))));
    }
}
