package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Pieces came, or more or fewer lie there than was believed. */
@Service
public class MoveStock {
    private final Stocks stocks;
    private final StockLog log;

    MoveStock(Stocks stocks, StockLog log) {
        this.stocks = stocks;
        this.log = log;
    }

    /** Needs no version: whatever orders did in between, so many more or fewer are there. */
    @Transactional
    public Mono<Movement> handle(ProductId id, Kind kind, int quantity, Cause cause) {
        Move move = Move.bySeller(id, kind, quantity);
        return Mono.just(id)
                .filter(ProductId::isValid)
                .flatMap(valid -> stocks.apply(move))
                .filter(applied -> applied)
                .switchIfEmpty(Mono.defer(() -> refuse(move)))
                .flatMap(applied -> log.write(move, cause));
    }

    private Mono<Boolean> refuse(Move move) {
        return Mono.just(move.productId())
                .filter(ProductId::isValid)
                .flatMap(stocks::find)
                .switchIfEmpty(Mono.error(() -> new StockNotFound(move.productId())))
                .flatMap(stock -> Mono.error(() ->
                        move.onHand() < 0 ? new BelowReserved(stock.reserved()) : new StockTooLarge(move.productId())));
    }
}
