package io.tollgate.users.client;

import reactor.core.publisher.Mono;

/** All API clients with their keys. */
public interface Clients {
    Mono<Void> add(Client client, ApiKey key);

    Mono<Boolean> isEmpty();
}
