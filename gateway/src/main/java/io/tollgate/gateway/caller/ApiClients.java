package io.tollgate.gateway.caller;

import reactor.core.publisher.Mono;

/** The applications that may ask. */
public interface ApiClients {
    /** The one with this key; empty when there is none. */
    Mono<ApiClient> withKey(String apiKey, String address);
}
