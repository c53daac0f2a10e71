package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.PersonalMessages;
import io.tollgate.payments.payment.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Orders that could not be handled: their messages have the payment token. Their deadline ends those that
 * are parked; of those given up the dead letters' copies are still in the outbox.
 */
@Component
class UnhandledOrders implements PersonalData {
    private static final List<String> WITH_TOKENS = List.of("orders.order-placed.v1");

    private final PersonalMessages messages;

    UnhandledOrders(PersonalMessages messages) {
        this.messages = messages;
    }

    @Override
    public Mono<Long> erase(String userId) {
        return messages.erase(userId, WITH_TOKENS);
    }
}
