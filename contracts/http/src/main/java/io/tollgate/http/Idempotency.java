package io.tollgate.http;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Does what one {@code Idempotency-Key} asks for once, and answers every repetition with the first answer, byte for byte.
 * The operation and its answer are stored in one transaction, which the operation's own joins.
 */
public interface Idempotency {
    String HEADER = "Idempotency-Key";
    String REPLAYED = "Idempotency-Replayed";

    /** Runs the operation, anew where it lost a row to another; under a key, if the caller sent one, only the first time. */
    Mono<ResponseEntity<byte[]>> once(
            ServerWebExchange exchange,
            Caller caller,
            Object request,
            Supplier<? extends Mono<? extends ResponseEntity<?>>> operation);

    /**
     * The same for an operation that is refused without a key. All that it does is in its transaction: it is begun before
     * anybody looks for an earlier answer, and undone when there is one.
     */
    Mono<ResponseEntity<byte[]>> required(
            ServerWebExchange exchange,
            Caller caller,
            Object request,
            Supplier<? extends Mono<? extends ResponseEntity<?>>> operation);

    /**
     * For an answer that carries a secret: it is not stored, and a repetition is told the id of the key it was about.
     *
     * @param keyId the public id of the secret in the answer's body
     */
    <T> Mono<ResponseEntity<byte[]>> onceWithSecret(
            ServerWebExchange exchange,
            Caller caller,
            Object request,
            Supplier<Mono<ResponseEntity<T>>> operation,
            Function<T, String> keyId);
}
