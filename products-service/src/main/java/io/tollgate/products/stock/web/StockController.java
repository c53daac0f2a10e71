package io.tollgate.products.stock.web;

import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.CountStock;
import io.tollgate.products.stock.FindStock;
import io.tollgate.products.stock.Stock;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The stock over HTTP. */
@RestController
@RequestMapping("/v1/products/{productId}/stock")
class StockController {
    private final FindStock findStock;
    private final CountStock countStock;

    StockController(FindStock findStock, CountStock countStock) {
        this.findStock = findStock;
        this.countStock = countStock;
    }

    @GetMapping
    Mono<ResponseEntity<StockResponse>> read(@PathVariable String productId, Caller caller) {
        requireSeller(caller);
        return findStock.handle(new ProductId(productId)).map(StockController::answer);
    }

    @PutMapping
    Mono<ResponseEntity<StockResponse>> count(
            @PathVariable String productId,
            @Valid @RequestBody CountStockRequest request,
            Caller caller,
            ServerWebExchange exchange) {
        requireSeller(caller);
        return findStock
                .handle(new ProductId(productId))
                .map(stock -> seen(stock, exchange))
                .flatMap(stock -> countStock.handle(stock, request.onHand()))
                .map(StockController::answer);
    }

    private static void requireSeller(Caller caller) {
        caller.requireScope("catalog:write");
        caller.requireUser();
    }

    private static Stock seen(Stock stock, ServerWebExchange exchange) {
        ETags.requireMatch(exchange, stock.version());
        return stock;
    }

    private static ResponseEntity<StockResponse> answer(Stock stock) {
        return ResponseEntity.ok().eTag(ETags.of(stock.version())).body(StockResponse.of(stock));
    }
}
