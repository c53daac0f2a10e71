package io.tollgate.products.stock;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A seller says from how few pieces on a product is low; it may be so at once. */
@Service
public class WatchStock {
    private final Stocks stocks;
    private final LowStock lowStock;

    WatchStock(Stocks stocks, LowStock lowStock) {
        this.stocks = stocks;
        this.lowStock = lowStock;
    }

    @Transactional
    public Mono<Stock> handle(Stock seen, Optional<Integer> pieces) {
        Stock next = seen.watched(pieces);
        return stocks.update(next)
                .then(Mono.defer(() -> lowStock.look(next.productId())))
                .thenReturn(next);
    }
}
