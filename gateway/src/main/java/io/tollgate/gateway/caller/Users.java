package io.tollgate.gateway.caller;

import io.tollgate.gateway.address.ClientAddress;
import reactor.core.publisher.Mono;

/** The people who may act. */
public interface Users {
    /** The one whom this Authorization header names and proves; a {@link CallerRefused} when it does neither. */
    Mono<User> whoProves(String authorization, ClientAddress address);
}
