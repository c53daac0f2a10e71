package io.tollgate.users.client;

import reactor.core.publisher.Mono;

/** All API clients. */
public interface Clients {
    Mono<Void> add(Client client);

    Mono<Client> find(String id);

    /** The same, and nobody else changes the client or its keys before this transaction ends. */
    Mono<Client> hold(String id);

    Mono<Void> save(Client client);

    Mono<Boolean> isEmpty();
}
