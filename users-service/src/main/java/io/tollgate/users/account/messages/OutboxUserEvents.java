package io.tollgate.users.account.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.users.account.UserEvents;
import io.tollgate.users.account.UserFact;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what happened to users through the outbox. */
@Component
class OutboxUserEvents implements UserEvents {
    private final Outbox outbox;

    OutboxUserEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> admit() {
        return outbox.admit();
    }

    @Override
    public Mono<Void> publish(UserFact fact) {
        UserFactMessage message = UserFactMessage.of(fact);
        return outbox.add(List.of(OutgoingMessage.fact(message.type(), fact.userId(), fact.version(), message)));
    }
}
