package io.tollgate.users.client;

import reactor.core.publisher.Mono;

/** All API clients. */
public interface Clients {
    Mono<Void> add(Client client);

    Mono<Client> find(String id);

    Mono<Boolean> isEmpty();
}
