package io.tollgate.workers.erasure;

import reactor.core.publisher.Mono;

/** Messages of ours that carry an address and wait, or lie about after they were sent. */
public interface WaitingMessages {
    /** Joins the caller's transaction; how many messages were removed. */
    Mono<Long> erase(UserId userId);
}
