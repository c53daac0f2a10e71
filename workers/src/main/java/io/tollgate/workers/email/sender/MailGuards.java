package io.tollgate.workers.email.sender;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.workers.email.MailServerAway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What stands around a call: the time-out inside the circuit breaker inside the retry, so that each sees the other's failures. */
@Component
class MailGuards {
    private static final String NAME = "mail";

    private final TimeLimiter timeLimiter;
    private final CircuitBreaker circuitBreaker;
    private final Retry retry;

    MailGuards(TimeLimiterRegistry timeLimiters, CircuitBreakerRegistry circuitBreakers, RetryRegistry retries) {
        this.timeLimiter = timeLimiters.timeLimiter(NAME);
        this.circuitBreaker = circuitBreakers.circuitBreaker(NAME);
        this.retry = retries.retry(NAME);
    }

    <T> Mono<T> around(Mono<T> call) {
        return call.transformDeferred(TimeLimiterOperator.of(timeLimiter))
                .transformDeferred(CircuitBreakerOperator.of(circuitBreaker))
                .transformDeferred(RetryOperator.of(retry))
                .onErrorMap(failure -> !(failure instanceof MailServerAway), MailGuards::away);
    }

    private static MailServerAway away(Throwable failure) {
        return new MailServerAway(
                "the mail server is left alone: " + failure.getClass().getSimpleName());
    }
}
