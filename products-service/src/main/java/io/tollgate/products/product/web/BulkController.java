package io.tollgate.products.product.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.products.product.UpsertProducts;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Many products in one request. */
@RestController
class BulkController {
    private final UpsertProducts upsertProducts;
    private final BulkItems items;
    private final Idempotency idempotency;

    BulkController(UpsertProducts upsertProducts, BulkItems items, Idempotency idempotency) {
        this.upsertProducts = upsertProducts;
        this.items = items;
        this.idempotency = idempotency;
    }

    @PostMapping("/v1/products/bulk")
    Mono<ResponseEntity<byte[]>> upsert(
            @Valid @RequestBody BulkRequest request, Caller caller, ServerWebExchange exchange) {
        Managers.require(caller);
        return idempotency.once(exchange, caller, request, () -> upsert(request));
    }

    private Mono<ResponseEntity<?>> upsert(BulkRequest request) {
        BulkItems.Read read = items.read(request);
        return upsertProducts.handle(read.readable()).map(results -> ResponseEntity.ok(items.answer(read, results)));
    }
}
