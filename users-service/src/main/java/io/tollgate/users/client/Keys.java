package io.tollgate.users.client;

import io.tollgate.users.credential.KeyHash;
import reactor.core.publisher.Mono;

/** The keys of all API clients; two of a client live at a time. */
public interface Keys {
    /** Says no when the client has its two. */
    Mono<Boolean> add(ApiKey key);

    Mono<ApiKey> find(KeyHash hash);
}
