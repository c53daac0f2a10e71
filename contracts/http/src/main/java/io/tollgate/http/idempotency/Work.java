package io.tollgate.http.idempotency;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What is to be done once.
 *
 * @param secretId the id of the secret that a body carries, if it carries one
 */
record Work(
        ServerWebExchange exchange,
        Supplier<? extends Mono<? extends ResponseEntity<?>>> operation,
        Function<Object, Optional<String>> secretId) {
    Mono<ResponseEntity<?>> run() {
        return operation.get().<ResponseEntity<?>>map(response -> response);
    }
}
