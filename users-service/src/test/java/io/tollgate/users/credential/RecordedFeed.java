package io.tollgate.users.credential;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A feed that remembers what was appended. */
public final class RecordedFeed implements CredentialFeed {
    public record Appended(CredentialKind kind, String id, long version) {}

    public final List<Appended> appended = new ArrayList<>();

    @Override
    public Mono<Void> append(CredentialKind kind, String id, long version) {
        return Mono.fromRunnable(() -> appended.add(new Appended(kind, id, version)));
    }

    @Override
    public Mono<List<CredentialChange>> after(long position, int limit) {
        return Mono.just(List.of());
    }

    @Override
    public Mono<Long> last() {
        return Mono.just((long) appended.size());
    }
}
