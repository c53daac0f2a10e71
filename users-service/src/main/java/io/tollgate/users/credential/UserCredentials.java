package io.tollgate.users.credential;

import reactor.core.publisher.Mono;

/** Where users' passwords are; accounts keep them. */
public interface UserCredentials {
    Mono<UserCredential> find(Email email);

    Mono<UserCredential> find(String userId);
}
