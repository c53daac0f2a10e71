package io.tollgate.orders.erasure;

import reactor.core.publisher.Mono;

/** A place that keeps something of users and can forget it. */
public interface PersonalData {
    /** In the caller's transaction; says how many records lost something. */
    Mono<Long> erase(String userId);
}
