package io.tollgate.users.registration.schedule;

import io.tollgate.users.registration.Tidy;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tidies up again and again; several processes may do it at once. */
@Component
class TidyUp {
    private static final Logger LOG = LoggerFactory.getLogger(TidyUp.class);

    private final Tidy tidy;
    private final Clock clock;

    TidyUp(Tidy tidy, Clock clock) {
        this.tidy = tidy;
        this.clock = clock;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelayString = "${users.registration.tidy}", fixedDelayString = "${users.registration.tidy}")
    Mono<Void> round() {
        return tidy.handle(clock.instant())
                .doOnError(failure -> LOG.warn("Tidying up failed; it is tried again", failure))
                .onErrorComplete();
    }
}
