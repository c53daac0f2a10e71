package io.tollgate.users.client;

import io.tollgate.users.credential.KeyHash;
import java.time.Instant;
import java.util.SortedMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The keys of all API clients; two of a client live at a time. */
public interface Keys {
    /** Says no when the client has its two. */
    Mono<Boolean> add(ApiKey key);

    Mono<ApiKey> find(KeyHash hash);

    Mono<ApiKey> find(String clientId, String id);

    /** The newest first, the living among them. */
    Flux<ApiKey> of(String clientId);

    /** Keeps when it ends. */
    Mono<Void> save(ApiKey key);

    Mono<Void> revokeAll(String clientId, Instant now);

    /** When keys were used, by their ids. To the minute: what was noted less than one before stays. */
    Mono<Void> used(SortedMap<String, Instant> uses);
}
