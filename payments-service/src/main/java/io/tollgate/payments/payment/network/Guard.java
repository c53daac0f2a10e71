package io.tollgate.payments.payment.network;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.payments.payment.NetworkFailure;
import io.tollgate.payments.payment.network.GuardedCall.RetryBudgetSpent;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Time-out inside circuit breaker inside retry with a budget; every call has its idempotency key, so that a repetition is
 * harmless.
 */
@Component
class Guard {
    private static final String NAME = "card-network";

    private final TimeLimiter timeLimiter;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final RetryBudget budget;

    Guard(
            TimeLimiterRegistry timeLimiters,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            CardNetworkProperties properties) {
        this.timeLimiter = timeLimiters.timeLimiter(NAME);
        this.breaker = breakers.circuitBreaker(NAME);
        this.retry = retries.retry(NAME);
        this.budget = new RetryBudget(properties.retryPercent(), properties.retryReserve());
    }

    <T> Mono<T> around(Mono<T> request) {
        return Mono.defer(() -> guarded(request, new GuardedCall(budget)));
    }

    private <T> Mono<T> guarded(Mono<T> request, GuardedCall call) {
        return request.switchIfEmpty(Mono.error(() -> new UnclearAnswer("it answered without a body")))
                .as(call::sending)
                .transformDeferred(TimeLimiterOperator.of(timeLimiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .as(call::withinBudget)
                .transformDeferred(RetryOperator.of(retry))
                .onErrorMap(cause -> failure(cause, call));
    }

    private static NetworkFailure failure(Throwable cause, GuardedCall call) {
        if (cause instanceof CallNotPermittedException && !call.wasSent()) {
            return NetworkFailure.notAsked("the card network is left alone for a while", cause);
        }
        return failure(cause instanceof RetryBudgetSpent ? cause.getCause() : cause);
    }

    // Never the cause's own words: they may quote what was sent or received.
    private static NetworkFailure failure(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return NetworkFailure.inDoubt("the card network did not answer in time", cause);
        }
        return NetworkFailure.inDoubt(
                cause instanceof UnclearAnswer
                        ? "the card network is unclear: " + cause.getMessage()
                        : "the card network cannot be heard: "
                                + cause.getClass().getSimpleName(),
                cause);
    }
}
