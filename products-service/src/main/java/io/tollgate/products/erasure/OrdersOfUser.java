package io.tollgate.products.erasure;

import reactor.core.publisher.Mono;

/** Orders that could not be handled here: with what they ask for, their messages carry the payment token. */
public interface OrdersOfUser {
    /** Erases them in the caller's transaction, and says how many there were. */
    Mono<Long> erase(String userId);
}
