package io.tollgate.orders.erasure.messages;

import io.tollgate.delivery.PersonalMessages;
import io.tollgate.orders.erasure.PersonalData;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was said of a user and is more than ids: addresses, payment tokens, words of support. */
@Component
class MessagesOfUser implements PersonalData {
    private static final Set<String> COMMANDS = Set.of("orders.fulfill.v1");
    private static final Set<String> PERSONAL =
            Set.of("orders.fulfill.v1", "orders.order-placed.v1", "orders.refund-requested.v1");

    private final PersonalMessages messages;

    MessagesOfUser(PersonalMessages messages) {
        this.messages = messages;
    }

    /** A command to ship that was not given yet is of an order that is canceled now. */
    @Override
    public Mono<Long> erase(String userId) {
        return messages.eraseSent(userId, PERSONAL)
                .flatMap(sent -> messages.eraseWaiting(userId, COMMANDS).map(waiting -> sent + waiting));
    }
}
