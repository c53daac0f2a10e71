package io.tollgate.orders.order.schedule;

import io.tollgate.orders.order.ExpireOrders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again whether an order is overdue. */
@Component
class OverdueOrders {
    private final ExpireOrders expireOrders;

    OverdueOrders(ExpireOrders expireOrders) {
        this.expireOrders = expireOrders;
    }

    /** Spring subscribes, waits for the end, and logs a failure; the next look tries again. */
    @Scheduled(initialDelayString = "${orders.deadline.sweep}", fixedDelayString = "${orders.deadline.sweep}")
    Mono<Void> expire() {
        return expireOrders.handle();
    }
}
