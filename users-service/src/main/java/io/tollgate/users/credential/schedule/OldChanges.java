package io.tollgate.users.credential.schedule;

import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.FeedProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again for changes that every gateway has read long ago; several processes may do it at once. */
@Component
class OldChanges {
    private static final Logger LOG = LoggerFactory.getLogger(OldChanges.class);

    private final CredentialFeed feed;
    private final FeedProperties properties;
    private final Clock clock;

    OldChanges(CredentialFeed feed, FeedProperties properties, Clock clock) {
        this.feed = feed;
        this.properties = properties;
        this.clock = clock;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelayString = "${users.changes.tidy}", fixedDelayString = "${users.changes.tidy}")
    Mono<Void> round() {
        return Mono.defer(() -> feed.forget(clock.instant().minus(properties.keep())))
                .doOnError(failure -> LOG.warn("Old changes cannot be removed; the next look tries again", failure))
                .onErrorComplete();
    }
}
