package io.tollgate.users.account;

import io.tollgate.users.credential.PasswordHash;
import reactor.core.publisher.Mono;

/** Everybody who has an account. */
public interface Users {
    /** Refuses with {@link EmailTaken} where the address has an account. */
    Mono<Void> add(User user, PasswordHash password);

    Mono<User> find(String id);

    Mono<Boolean> isEmpty();
}
