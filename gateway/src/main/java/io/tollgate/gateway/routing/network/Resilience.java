package io.tollgate.gateway.routing.network;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.tollgate.gateway.routing.RoutingProperties;
import io.tollgate.gateway.routing.RoutingRefused;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Around every call, inside out: time-out, circuit breaker, retry of what is harmless, one translation. */
@Component
final class Resilience {
    private final CircuitBreakerRegistry breakers;
    private final RoutingProperties properties;
    private final MeterRegistry meters;

    Resilience(CircuitBreakerRegistry breakers, RoutingProperties properties, MeterRegistry meters) {
        this.breakers = breakers;
        this.properties = properties;
        this.meters = meters;
    }

    Mono<Answer> around(Mono<Answer> call, String service, boolean harmless) {
        return guarded(call.timeout(properties.upstreamTimeout()), service, harmless);
    }

    /** Of a request with a body: a client that is slow to send it says nothing about the service. */
    Mono<Answer> around(Mono<Answer> call, Upload upload, String service) {
        return guarded(call.timeout(upload.patience(properties.upstreamTimeout())), service, false);
    }

    private Mono<Answer> guarded(Mono<Answer> timed, String service, boolean harmless) {
        Mono<Answer> guarded = timed.transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(service)));
        return (harmless ? guarded.retryWhen(retry(service)) : guarded)
                .onErrorMap(failure -> translated(failure, service));
    }

    /** Only of a connection that failed: a service that was slow once would be slow again, and the deadline is near. */
    private Retry retry(String service) {
        return Retry.backoff(properties.retries(), properties.backoff().dividedBy(4))
                .maxBackoff(properties.backoff())
                .jitter(0.5)
                .filter(Resilience::isConnectionFailure)
                .doBeforeRetry(again -> meters.counter("tollgate.gateway.retries", "service", service)
                        .increment())
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private Throwable translated(Throwable failure, String service) {
        if (failure instanceof CallNotPermittedException || isConnectionFailure(failure)) {
            return new RoutingRefused.ServiceAway(service, retryAfter());
        }
        return failure instanceof TimeoutException || failure instanceof ReadTimeoutException
                ? new RoutingRefused.ServiceSlow(service)
                : failure;
    }

    private Duration retryAfter() {
        return properties.retryAfter();
    }

    private static boolean isConnectionFailure(Throwable failure) {
        return failure instanceof IOException || failure instanceof ConnectTimeoutException;
    }
}
