package io.tollgate.gateway.caller;

import reactor.core.publisher.Mono;

/** The people who may act. */
public interface Users {
    /** The one whom this Authorization header names and proves; empty when it does neither. */
    Mono<User> whoProves(String authorization, String address);
}
