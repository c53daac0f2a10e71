package io.tollgate.payments.payment;

import reactor.core.publisher.Mono;

/** One place where something of a user is kept that is more than an id or an amount. */
public interface PersonalData {
    /** Erases it in the caller's transaction, and says how many records lost something. */
    Mono<Long> erase(String userId);
}
