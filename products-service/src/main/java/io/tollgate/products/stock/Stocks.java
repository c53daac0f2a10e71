package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Status;
import reactor.core.publisher.Mono;

/** The stock of every product. */
public interface Stocks {
    /** What is counted here at most: leaves room in an int for what comes back. */
    int MOST = 1_000_000_000;

    Mono<Void> open(ProductId id, Status status);

    Mono<Void> turn(ProductId id, Status status);

    Mono<Stock> find(ProductId id);

    /** Keeps the next version, or refuses with {@link StockChanged} when it is not the next any more. */
    Mono<Void> update(Stock next);

    /**
     * Applies a move in one conditional statement; false, and nothing done, when it would leave less than nothing
     * available, or more than {@link #MOST} by a seller's hand, or when an order would take from what is not active.
     */
    Mono<Boolean> apply(Move move);

    /** Takes back what was applied in this same transaction. */
    Mono<Void> undo(Move move);

    /** Remembers whether it was told that the stock is low; the stock itself has not changed. */
    Mono<Void> tell(ProductId id, boolean low);
}
