package io.tollgate.products.stock.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.MergePatch;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.CountStock;
import io.tollgate.products.stock.FindStock;
import io.tollgate.products.stock.Stock;
import io.tollgate.products.stock.WatchStock;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
    private final WatchStock watchStock;
    private final MergePatch mergePatch;

    StockController(FindStock findStock, CountStock countStock, WatchStock watchStock, MergePatch mergePatch) {
        this.findStock = findStock;
        this.countStock = countStock;
        this.watchStock = watchStock;
        this.mergePatch = mergePatch;
    }

    @GetMapping
    Mono<ResponseEntity<StockResponse>> read(@PathVariable String productId, Caller caller) {
        Keepers.require(caller);
        return findStock.handle(new ProductId(productId)).map(StockController::answer);
    }

    @PutMapping
    Mono<ResponseEntity<StockResponse>> count(
            @PathVariable String productId,
            @Valid @RequestBody CountStockRequest request,
            Caller caller,
            ServerWebExchange exchange) {
        String actor = Keepers.require(caller);
        return seen(productId, exchange)
                .flatMap(stock -> countStock.handle(stock, request.onHand(), actor))
                .map(StockController::answer);
    }

    @PatchMapping(consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<StockResponse>> watch(
            @PathVariable String productId, @RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        Keepers.require(caller);
        return seen(productId, exchange)
                .flatMap(stock -> watchStock.handle(stock, patched(stock, patch).pieces()))
                .map(StockController::answer);
    }

    private WatchStockRequest patched(Stock stock, JsonNode patch) {
        return mergePatch.apply(WatchStockRequest.of(stock), patch, WatchStockRequest.class);
    }

    private Mono<Stock> seen(String productId, ServerWebExchange exchange) {
        return findStock
                .handle(new ProductId(productId))
                .doOnNext(stock -> ETags.requireMatch(exchange, stock.version()));
    }

    private static ResponseEntity<StockResponse> answer(Stock stock) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stock.version()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(StockResponse.of(stock));
    }
}
