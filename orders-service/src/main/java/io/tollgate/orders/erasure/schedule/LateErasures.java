package io.tollgate.orders.erasure.schedule;

import io.tollgate.orders.erasure.LookAgain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks now and then whether an erasure is to be looked after. */
@Component
class LateErasures {
    private static final Logger LOG = LoggerFactory.getLogger(LateErasures.class);

    private final LookAgain lookAgain;

    LateErasures(LookAgain lookAgain) {
        this.lookAgain = lookAgain;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    Mono<Void> look() {
        return lookAgain.handle().onErrorResume(LateErasures::nextTime);
    }

    private static Mono<Void> nextTime(Throwable failure) {
        LOG.warn("What erased users may have left is not looked for; the next look tries again", failure);
        return Mono.empty();
    }
}
