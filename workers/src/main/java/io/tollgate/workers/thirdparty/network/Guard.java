package io.tollgate.workers.thirdparty.network;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.workers.thirdparty.CarrierFailure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Time-out inside circuit breaker inside retry; every call has its idempotency key, so that a repetition is harmless. */
@Component
class Guard {
    private static final String NAME = "carrier";

    private final TimeLimiter timeLimiter;
    private final CircuitBreaker breaker;
    private final Retry retry;

    Guard(TimeLimiterRegistry timeLimiters, CircuitBreakerRegistry breakers, RetryRegistry retries) {
        this.timeLimiter = timeLimiters.timeLimiter(NAME);
        this.breaker = breakers.circuitBreaker(NAME);
        this.retry = retries.retry(NAME);
    }

    <T> Mono<T> around(Mono<T> call) {
        return call.switchIfEmpty(Mono.error(() -> new UnclearAnswer("it answered without a body")))
                .transformDeferred(TimeLimiterOperator.of(timeLimiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RetryOperator.of(retry))
                .onErrorMap(Guard::failure);
    }

    // Never the cause's own words: they may quote what was sent or received.
    private static CarrierFailure failure(Throwable cause) {
        return new CarrierFailure(
                cause instanceof UnclearAnswer
                        ? "the carrier is unclear: " + cause.getMessage()
                        : "the carrier cannot be heard: " + cause.getClass().getSimpleName());
    }
}
