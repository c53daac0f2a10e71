package io.tollgate.orders.order.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.orders.order.ExpireOrders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again whether an order is overdue. */
@Component
class OverdueOrders {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueOrders.class);

    private final ExpireOrders expireOrders;
    private final Counter failures;
    private boolean failing;

    OverdueOrders(ExpireOrders expireOrders, MeterRegistry meters) {
        this.expireOrders = expireOrders;
        this.failures = Counter.builder("tollgate.orders.sweep.failures")
                .description("Looks for overdue orders that failed")
                .register(meters);
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelayString = "${orders.deadline.sweep}", fixedDelayString = "${orders.deadline.sweep}")
    Mono<Void> expire() {
        return expireOrders.handle().doOnSuccess(done -> failing = false).onErrorResume(this::nextTime);
    }

    /** A look comes every second: only the first of a row of failures is worth a line. */
    private Mono<Void> nextTime(Throwable failure) {
        failures.increment();
        if (!failing) {
            failing = true;
            LOG.warn("Overdue orders cannot be ended; every next look tries again", failure);
        }
        return Mono.empty();
    }
}
