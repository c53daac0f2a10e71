package io.tollgate.users.account;

import reactor.core.publisher.Mono;

/** What others learn about users, in the transaction of the change. */
public interface UserEvents {
    Mono<Void> publish(UserRegistered registered);
}
