package io.tollgate.users.erasure.schedule;

import io.tollgate.users.erasure.RepeatErasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again for erasures that not all have answered. */
@Component
class OpenErasures {
    private static final Logger LOG = LoggerFactory.getLogger(OpenErasures.class);

    private final RepeatErasures repeat;

    OpenErasures(RepeatErasures repeat) {
        this.repeat = repeat;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelayString = "${users.erasure.look}", fixedDelayString = "${users.erasure.look}")
    Mono<Void> round() {
        return repeat.handle()
                .doOnError(failure -> LOG.warn("Erasures cannot be repeated; the next look tries again", failure))
                .onErrorComplete();
    }
}
