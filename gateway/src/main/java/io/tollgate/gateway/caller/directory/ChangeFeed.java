package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerRefused;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.CodecException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows what users-service says about changed credentials, so that a revoked one stops within seconds. */
@Component
final class ChangeFeed {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);
    private static final String PATH = "/internal/v1/credential-changes?limit=1000";
    private static final int LIMIT = 1_000;

    private final UsersService users;
    private final HeardChanges changes;
    private final FollowedPlans plans;
    private final Counter failures;
    private volatile OptionalLong position = OptionalLong.empty();
    private volatile boolean away;

    ChangeFeed(UsersService users, HeardChanges changes, FollowedPlans plans, MeterRegistry meters) {
        this.users = users;
        this.changes = changes;
        this.plans = plans;
        this.failures = meters.counter("tollgate.gateway.credential.changes.failures");
    }

    /**
     * A poll that fails is counted, and tried again at the next tick. Spring calls this once and subscribes to the
     * result at each tick: the position is read then.
     */
    @Scheduled(fixedDelayString = "${tollgate.gateway.caller.changes-every}")
    Mono<Void> poll() {
        return Mono.defer(this::page)
                .expand(page -> page.items().size() < LIMIT ? Mono.empty() : page())
                .then(Mono.fromRunnable(this::heard))
                .onErrorResume(ChangeFeed::isExpected, failure -> Mono.fromRunnable(() -> missed(failure)))
                .then(plans.refresh());
    }

    private Mono<Page> page() {
        return position.isPresent()
                ? read(PATH + "&after=" + position.getAsLong())
                        .doOnNext(this::heed)
                        .onErrorResume(UsersService.Gone.class, gone -> lost())
                : begin();
    }

    private Mono<Page> lost() {
        log.warn(
                "users-service does not know any more what changed since {}: all is asked for anew",
                position.getAsLong());
        position = OptionalLong.empty();
        return begin();
    }

    /** Where the feed is now. What was verified up to this answer may have changed before it. */
    private Mono<Page> begin() {
        return read(PATH)
                .doOnNext(page -> changes.begin())
                .doOnNext(page -> plans.begin())
                .doOnNext(this::heed);
    }

    private Mono<Page> read(String path) {
        return users.read("credential-changes", path, Page.class);
    }

    private void heed(Page page) {
        page.items().forEach(change -> changes.changed(change.id(), change.version()));
        plans.changed(page.plansVersion());
        position = OptionalLong.of(page.last());
    }

    private void heard() {
        changes.heardNow();
        if (away) {
            log.info("users-service is heard again");
            away = false;
        }
    }

    /** Nobody answers, or nobody can read the answer: what was heard before stands. */
    private static boolean isExpected(Throwable failure) {
        return failure instanceof CallerRefused || failure instanceof CodecException;
    }

    private void missed(Throwable failure) {
        failures.increment();
        if (!away) {
            log.warn("users-service's changes are not heard: {}", failure.getMessage());
            away = true;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Change> items, Long last, long plansVersion) {
        Page {
            if (items == null || last == null) {
                throw new IllegalArgumentException("a page of changes has items and last");
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String id, long version) {
        Change {
            if (id == null) {
                throw new IllegalArgumentException("a change has an id");
            }
        }
    }
}
