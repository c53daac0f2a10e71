package io.tollgate.gateway.caller.directory;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.InternalCalls;
import io.tollgate.gateway.caller.Tokens;
import io.tollgate.values.InvalidVariable;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.UnsupportedMediaTypeException;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The internal operations of users-service, called as the gateway. */
@Component
final class UsersService implements InternalCalls {
    private static final Logger log = LoggerFactory.getLogger(UsersService.class);
    private static final String AUDIENCE = "users";
    private static final Set<Integer> UNTAKEABLE = Set.of(400, 413, 422);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final WebClient http;
    private final Tokens tokens;
    private final CircuitBreakerRegistry breakers;
    private final Duration timeout;

    UsersService(CallerProperties properties, Tokens tokens, CircuitBreakerRegistry breakers) {
        if (properties.usersUrl().isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_USERS_URL");
        }
        this.http = WebClient.builder()
                .baseUrl(properties.usersUrl())
                .filter(new TracedCalls())
                .build();
        this.tokens = tokens;
        this.breakers = breakers;
        this.timeout = properties.verifyTimeout();
    }

    @Override
    public <T> Mono<T> ask(String kind, String path, Object question, Class<T> answer) {
        return http.post()
                .uri(path)
                .headers(this::authorize)
                .bodyValue(question)
                .exchangeToMono(response -> answerOf(response, answer))
                .transform(call -> protect(kind, call));
    }

    @Override
    public <T> Mono<T> tell(String kind, String path, Object what, Class<T> answer) {
        return http.post()
                .uri(path)
                .headers(this::authorize)
                .bodyValue(what)
                .exchangeToMono(response -> taken(response, answer))
                .transform(call -> protect(kind, call));
    }

    /** The answer; empty when it is 404. What is no longer there ends with {@link Gone}. */
    <T> Mono<T> read(String kind, String path, Class<T> answer) {
        return http.get()
                .uri(path)
                .headers(this::authorize)
                .exchangeToMono(response -> there(response, answer))
                .transform(call -> protect(kind, call));
    }

    private void authorize(HttpHeaders headers) {
        headers.set(HttpHeaders.AUTHORIZATION, tokens.ofGateway(AUDIENCE));
    }

    /** What is made of an answer; one that makes no sense is no answer. */
    static <A, T> Function<A, T> understood(Function<A, T> reading) {
        return answer -> {
            try {
                return reading.apply(answer);
            } catch (IllegalArgumentException | DateTimeException senseless) {
                log.warn("users-service says what makes no sense: {}", senseless.getMessage());
                throw new CallerRefused.DirectoryAway(SOON);
            }
        };
    }

    /** Without what an answer must have it makes no sense. */
    static <T> T required(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static <T> Mono<T> answerOf(ClientResponse response, Class<T> answer) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(answer);
        }
        if (response.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return response.releaseBody().then(Mono.empty());
        }
        return response.createError();
    }

    private static <T> Mono<T> there(ClientResponse response, Class<T> answer) {
        return response.statusCode().isSameCodeAs(HttpStatus.GONE)
                ? response.releaseBody().then(Mono.error(Gone::new))
                : answerOf(response, answer);
    }

    private static <T> Mono<T> taken(ClientResponse response, Class<T> answer) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(answer);
        }
        return UNTAKEABLE.contains(response.statusCode().value())
                ? response.releaseBody()
                        .then(Mono.error(new NotTaken(response.statusCode().toString())))
                : response.createError();
    }

    private <T> Mono<T> protect(String kind, Mono<T> call) {
        return call.timeout(timeout)
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(kind)))
                .doOnError(
                        UsersService::isOurMistake,
                        refused -> log.warn("users-service refuses: {}", refused.getMessage()))
                // what it could not read is not repeated: a codec's message may quote it
                .doOnError(
                        UsersService::isUnreadable,
                        unreadable -> log.warn("users-service says what cannot be read: {}", unreadable.getClass()))
                .onErrorMap(UsersService::isBusy, busy -> new CallerRefused.DirectoryBusy(SOON))
                .onErrorMap(UsersService::isAway, away -> new CallerRefused.DirectoryAway(SOON));
    }

    private static boolean isOurMistake(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && answer.getStatusCode().is4xxClientError();
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof WebClientResponseException.ServiceUnavailable
                || failure instanceof WebClientResponseException.TooManyRequests;
    }

    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof DecodingException || failure instanceof UnsupportedMediaTypeException;
    }

    private static boolean isAway(Throwable failure) {
        return isUnreadable(failure)
                || failure instanceof WebClientException
                || failure instanceof TimeoutException
                || failure instanceof CallNotPermittedException;
    }

    /** What was asked for is no longer there. */
    static final class Gone extends RuntimeException {
        Gone() {
            super("it is no longer there", null, false, false);
        }
    }
}
