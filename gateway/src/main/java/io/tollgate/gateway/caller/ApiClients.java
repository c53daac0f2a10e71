package io.tollgate.gateway.caller;

import io.tollgate.gateway.address.ClientAddress;
import reactor.core.publisher.Mono;

/** The applications that may ask. */
public interface ApiClients {
    /** The one with this key; {@link CallerRefused.UnknownKey} when there is none. */
    Mono<ApiClient> withKey(String apiKey, ClientAddress address);
}
