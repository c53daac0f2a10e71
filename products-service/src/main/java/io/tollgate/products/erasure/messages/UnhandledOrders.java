package io.tollgate.products.erasure.messages;

import io.tollgate.delivery.PersonalMessages;
import io.tollgate.products.erasure.OrdersOfUser;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Parked ones, and those given up: the copies of their dead letters that are still in the outbox. */
@Component
class UnhandledOrders implements OrdersOfUser {
    private static final List<String> PERSONAL = List.of("orders.order-placed.v1");

    private final PersonalMessages messages;

    UnhandledOrders(PersonalMessages messages) {
        this.messages = messages;
    }

    @Override
    public Mono<Long> erase(String userId) {
        return messages.erase(userId, PERSONAL);
    }
}
