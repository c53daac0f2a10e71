package io.tollgate.payments.payment;

import reactor.core.publisher.Mono;

/** The company that moves the money; every failure to get an answer is a {@link NetworkFailure}. */
public interface CardNetwork {
    /** Takes the step under the intent's key: repeated, it is still taken once. */
    Mono<NetworkAnswer> take(Intent intent);

    /** Asks what became of the step. */
    Mono<NetworkAnswer> ask(Intent intent);
}
