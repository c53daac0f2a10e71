package io.tollgate.payments.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The steps to be taken at the card network, kept until their answer is. */
public interface Intents {
    /** Joins the caller's transaction, and wakes the runner once it commits. */
    Mono<Void> open(IntentKey key, Optional<Secret> secret);

    /** Open intents that are due and that nobody works on. */
    Flux<IntentKey> due(int limit);

    /** One conditional update: empty when it is settled, not due, or another instance works on it. */
    Mono<Intent> claim(IntentKey key, Duration forAtMost);

    /** Notes that the network is about to be sent the step once more. */
    Mono<Void> taking(IntentKey key);

    /** Gives the claim back; due again after the pause. */
    Mono<Void> postpone(IntentKey key, Duration pause);

    /** Gives the claim back as if it had not been made: the network was not asked. Due again after the pause. */
    Mono<Void> giveBack(IntentKey key, Duration pause);

    /** Whatever of this payment waits for its next attempt has it now. */
    Mono<Void> hasten(PaymentId paymentId);

    /** The answer is known: the intent ends and forgets its secret. */
    Mono<Void> settle(IntentKey key);

    /** What is in doubt now. */
    Mono<Backlog> backlog();

    /** How many steps are open, and since when the oldest. */
    record Backlog(long open, Optional<Instant> oldest) {}
}
