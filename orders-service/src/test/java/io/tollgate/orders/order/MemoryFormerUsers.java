package io.tollgate.orders.order;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was erased, in a set. */
final class MemoryFormerUsers implements FormerUsers {
    private final Set<String> users = new HashSet<>();

    @Override
    public Mono<Boolean> has(String userId) {
        return Mono.fromSupplier(() -> users.contains(userId));
    }

    @Override
    public Mono<Void> add(String userId, Instant lookAgainAt) {
        return Mono.fromRunnable(() -> users.add(userId));
    }

    @Override
    public Flux<String> due(Instant now, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> lookedAgain(String userId) {
        return Mono.empty();
    }
}
