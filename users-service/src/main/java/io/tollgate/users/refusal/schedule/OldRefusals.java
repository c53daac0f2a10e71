package io.tollgate.users.refusal.schedule;

import io.tollgate.users.refusal.RefusalProperties;
import io.tollgate.users.refusal.RefusedRequests;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again for refusals that nobody can look up any more. */
@Component
class OldRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(OldRefusals.class);

    private final RefusedRequests requests;
    private final RefusalProperties properties;
    private final Clock clock;

    OldRefusals(RefusedRequests requests, RefusalProperties properties, Clock clock) {
        this.requests = requests;
        this.properties = properties;
        this.clock = clock;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelayString = "${users.refusals.tidy}", fixedDelayString = "${users.refusals.tidy}")
    Mono<Void> round() {
        return Mono.defer(() -> requests.forget(clock.instant().minus(properties.keep())))
                .doOnError(failure -> LOG.warn("Old refusals cannot be removed; the next look tries again", failure))
                .onErrorComplete();
    }
}
