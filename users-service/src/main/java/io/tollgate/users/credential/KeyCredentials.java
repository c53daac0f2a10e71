package io.tollgate.users.credential;

import reactor.core.publisher.Mono;

/** Where API keys are; clients keep them. */
public interface KeyCredentials {
    Mono<KeyCredential> find(KeyHash hash);
}
