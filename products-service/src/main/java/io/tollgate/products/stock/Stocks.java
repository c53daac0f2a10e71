package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import reactor.core.publisher.Mono;

/** The stock of every product. */
public interface Stocks {
    Mono<Void> open(ProductId id);

    Mono<Stock> find(ProductId id);

    /** Keeps the next version, or refuses with {@link StockChanged} when it is not the next any more. */
    Mono<Void> update(Stock next);

    /** Applies a move in one conditional statement; false, and nothing done, when it would leave less than nothing available. */
    Mono<Boolean> apply(Move move);
}
