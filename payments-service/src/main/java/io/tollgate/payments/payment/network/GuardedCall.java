package io.tollgate.payments.payment.network;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** One call with all its tries: whether any of them left the house, and whether another one may be made. */
final class GuardedCall {
    private final RetryBudget budget;
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicBoolean sent = new AtomicBoolean();
    private final AtomicReference<Throwable> last = new AtomicReference<>();

    GuardedCall(RetryBudget budget) {
        this.budget = budget;
    }

    /** What is inside of time-out and circuit breaker. */
    <T> Mono<T> sending(Mono<T> call) {
        return call.doOnSubscribe(started -> sent.set(true));
    }

    /** What is inside of the retry. */
    <T> Mono<T> withinBudget(Mono<T> attempt) {
        return Mono.defer(() -> isAllowed() ? attempt : Mono.error(() -> new RetryBudgetSpent(last.get())))
                .doOnError(last::set);
    }

    boolean wasSent() {
        return sent.get();
    }

    private boolean isAllowed() {
        if (tries.getAndIncrement() == 0) {
            budget.payIn();
            return true;
        }
        return budget.takeOut();
    }

    /** The failure that would have been tried again. */
    static final class RetryBudgetSpent extends RuntimeException {
        private RetryBudgetSpent(Throwable failure) {
            super("no retry is left", failure, false, false);
        }
    }
}
