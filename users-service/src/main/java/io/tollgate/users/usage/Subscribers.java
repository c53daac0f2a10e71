package io.tollgate.users.usage;

import reactor.core.publisher.Mono;

/** All clients, as far as their quotas go. */
public interface Subscribers {
    Mono<Subscriber> find(String clientId);
}
