package io.tollgate.payments.payment.schedule;

import io.tollgate.payments.payment.ExpireActions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks every second for payments whose customers' time is over. */
@Component
class ActionExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(ActionExpiry.class);

    private final ExpireActions expire;

    ActionExpiry(ExpireActions expire) {
        this.expire = expire;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 1_000)
    Mono<Void> look() {
        // Spring calls this once, and subscribes every second
        return Mono.defer(expire::handle)
                .doOnError(failure -> LOG.warn("payments that nobody confirmed cannot be ended now", failure))
                .onErrorComplete();
    }
}
