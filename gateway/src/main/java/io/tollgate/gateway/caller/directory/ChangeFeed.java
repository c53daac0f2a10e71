package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerRefused;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows what users-service says about changed credentials, so that a revoked one stops within seconds. */
@Component
final class ChangeFeed {
    private static final int LIMIT = 1_000;

    private final UsersService users;
    private final HeardChanges changes;
    private final AtomicLong position = new AtomicLong();
    private final Counter failures;

    ChangeFeed(UsersService users, HeardChanges changes, MeterRegistry meters) {
        this.users = users;
        this.changes = changes;
        this.failures = meters.counter("tollgate.gateway.credential.changes.failures");
    }

    /** A poll that fails is counted, and tried again at the next tick. */
    @Scheduled(fixedDelayString = "${tollgate.gateway.caller.changes-every}")
    Mono<Void> poll() {
        return page().expand(page -> page.items().size() < LIMIT ? Mono.empty() : page())
                .then(Mono.<Void>fromRunnable(changes::heardNow))
                .onErrorResume(CallerRefused.class, away -> Mono.fromRunnable(failures::increment));
    }

    private Mono<Page> page() {
        return users.read(
                        http -> http.get()
                                .uri(
                                        "/internal/v1/credential-changes?after={after}&limit={limit}",
                                        position.get(),
                                        LIMIT),
                        Page.class)
                .doOnNext(this::heed);
    }

    private void heed(Page page) {
        for (Change change : page.items()) {
            changes.changed(change.id(), change.version());
            position.accumulateAndGet(change.position(), Math::max);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Change> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(long position, String kind, String id, long version) {}
}
