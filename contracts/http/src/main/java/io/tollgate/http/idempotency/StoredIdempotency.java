package io.tollgate.http.idempotency;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Idempotency on the service's own database. */
final class StoredIdempotency implements Idempotency {
    private final Fingerprints fingerprints;
    private final Flights flights;
    private final Execution execution;

    StoredIdempotency(Fingerprints fingerprints, Flights flights, Execution execution) {
        this.fingerprints = fingerprints;
        this.flights = flights;
        this.execution = execution;
    }

    @Override
    public Mono<ResponseEntity<byte[]>> once(
            ServerWebExchange exchange,
            Caller caller,
            Object request,
            Supplier<? extends Mono<? extends ResponseEntity<?>>> operation) {
        Work work = new Work(exchange, operation, answer -> Optional.empty());
        return Mono.defer(() -> IdempotencyKey.of(exchange)
                .map(key -> under(fingerprints.of(exchange, caller, key, request), work))
                .orElseGet(() -> execution.unkeyed(work)));
    }

    @Override
    public Mono<ResponseEntity<byte[]>> required(
            ServerWebExchange exchange,
            Caller caller,
            Object request,
            Supplier<? extends Mono<? extends ResponseEntity<?>>> operation) {
        if (!exchange.getRequest().getHeaders().containsKey(HEADER)) {
            return Mono.error(Problem.of(ProblemTypes.IDEMPOTENCY_KEY_REQUIRED).asRefusal());
        }
        Work work = new Work(exchange, operation, answer -> Optional.empty());
        return Mono.defer(() -> {
            Sent sent = fingerprints.of(
                    exchange, caller, IdempotencyKey.of(exchange).orElseThrow(), request);
            return told(sent, () -> execution.workingFirst(sent, work));
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Mono<ResponseEntity<byte[]>> onceWithSecret(
            ServerWebExchange exchange,
            Caller caller,
            Object request,
            Supplier<Mono<ResponseEntity<T>>> operation,
            Function<T, String> keyId) {
        Work work = new Work(exchange, operation, body -> Optional.of(keyId.apply((T) body)));
        return Mono.defer(() -> IdempotencyKey.of(exchange)
                .map(key -> under(fingerprints.of(exchange, caller, key, request), work))
                .orElseGet(() -> execution.unkeyed(work)));
    }

    private Mono<ResponseEntity<byte[]>> under(Sent sent, Work work) {
        return told(sent, () -> execution.lookingFirst(sent, work));
    }

    private Mono<ResponseEntity<byte[]>> told(Sent sent, Supplier<Mono<Told>> work) {
        return flights.alone(sent, work).map(told -> told.to(sent));
    }
}
