package io.tollgate.users.account;

import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import reactor.core.publisher.Mono;

/** Everybody who has an account. */
public interface Users {
    /** Refuses with {@link EmailTaken} where the address has an account. */
    Mono<Void> add(User user, PasswordHash password);

    Mono<User> find(String id);

    /** The same, and nobody else changes the user before this transaction ends. */
    Mono<User> hold(String id);

    Mono<User> findByEmail(Email email);

    Mono<User> holdByEmail(Email email);

    /** Refuses with {@link EmailTaken} where the address has another account. */
    Mono<Void> save(Change change);

    Mono<Void> setPassword(String id, PasswordHash password);

    /** Refuses with {@link LastAdministrator} what would leave none. */
    Mono<Void> countAdministrators(int more);

    /** Removes somebody who never proved an address. */
    Mono<Void> remove(String id);

    Mono<Boolean> isEmpty();
}
