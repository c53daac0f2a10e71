package io.tollgate.users.credential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A feed that remembers what was appended. */
public final class RecordedFeed implements CredentialFeed {
    public record Appended(CredentialKind kind, String id, long version) {}

    public final List<Appended> appended = new ArrayList<>();
    private long plans;

    @Override
    public Mono<Void> append(CredentialKind kind, String id, long version) {
        return Mono.fromRunnable(() -> appended.add(new Appended(kind, id, version)));
    }

    @Override
    public Mono<List<CredentialChange>> after(long position, int limit) {
        return Mono.just(List.of());
    }

    @Override
    public Mono<Void> plansChanged() {
        return Mono.fromRunnable(() -> plans = appended.size() + 1);
    }

    @Override
    public Mono<FeedHead> head() {
        return Mono.just(new FeedHead(appended.size(), plans, 0));
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return Mono.empty();
    }
}
