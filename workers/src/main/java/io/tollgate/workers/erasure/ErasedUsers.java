package io.tollgate.workers.erasure;

import reactor.core.publisher.Mono;

/** Who was erased: a command that comes late must not bring an address back. */
public interface ErasedUsers {
    Mono<Boolean> has(String userId);
}
