package io.tollgate.workers.erasure.messages;

import io.tollgate.delivery.PersonalMessages;
import io.tollgate.workers.erasure.UserId;
import io.tollgate.workers.erasure.WaitingMessages;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The commands that carry an address: those that we send, and those that are parked here. */
@Component
class PersonalMessagesOfWorkers implements WaitingMessages {
    private static final Set<String> TYPES =
            Set.of("workers.book-shipment.v1", "orders.fulfill.v1", "users.send-notification.v1");

    private final PersonalMessages messages;

    PersonalMessagesOfWorkers(PersonalMessages messages) {
        this.messages = messages;
    }

    @Override
    public Mono<Long> erase(UserId userId) {
        return messages.erase(userId.value(), TYPES);
    }
}
