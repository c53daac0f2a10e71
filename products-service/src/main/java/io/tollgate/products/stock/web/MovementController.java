package io.tollgate.products.stock.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Page;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.FindStock;
import io.tollgate.products.stock.Ledger;
import io.tollgate.products.stock.MoveStock;
import io.tollgate.products.stock.MovementId;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The stock's ledger over HTTP: it is read, and added to. */
@RestController
@RequestMapping("/v1/products/{productId}/stock/movements")
class MovementController {
    private final FindStock findStock;
    private final MoveStock moveStock;
    private final Ledger ledger;
    private final Idempotency idempotency;

    MovementController(FindStock findStock, MoveStock moveStock, Ledger ledger, Idempotency idempotency) {
        this.findStock = findStock;
        this.moveStock = moveStock;
        this.ledger = ledger;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> move(
            @PathVariable String productId,
            @Valid @RequestBody MovementRequest request,
            Caller caller,
            ServerWebExchange exchange) {
        String actor = Keepers.require(caller);
        return idempotency.once(exchange, caller, request, () -> moveStock
                .handle(new ProductId(productId), request.kind(), request.quantity(), request.cause(actor))
                .map(MovementResponse::of)
                .map(ResponseEntity.status(HttpStatus.CREATED)::body));
    }

    @GetMapping
    Mono<ResponseEntity<Page<MovementResponse>>> list(
            @PathVariable String productId, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        Keepers.require(caller);
        Optional<MovementId> before = cursor.after().map(MovementController::position);
        return findStock
                .handle(new ProductId(productId))
                .flatMapMany(stock -> ledger.list(stock.productId(), cursor.fetch(), before))
                .collectList()
                .map(fetched -> Page.of(
                                fetched, cursor, movement -> movement.id().value())
                        .map(MovementResponse::of))
                .doOnNext(page -> exchange.getResponse()
                        .getHeaders()
                        .set(
                                HttpHeaders.CACHE_CONTROL,
                                CacheControl.noCache().cachePrivate().getHeaderValue()))
                .map(page -> page.toResponse(exchange));
    }

    private static MovementId position(String after) {
        MovementId id = new MovementId(after);
        if (!id.isValid()) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
        return id;
    }
}
