package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells once that a product runs out, and again only after there was more of it. */
@Service
class LowStock {
    private final Stocks stocks;
    private final StockEvents events;
    private final Clock clock;

    LowStock(Stocks stocks, StockEvents events, Clock clock) {
        this.stocks = stocks;
        this.events = events;
        this.clock = clock;
    }

    /** After a move, whose transaction holds the row: nobody else decides at the same time. */
    Mono<Void> look(ProductId id) {
        return stocks.find(id)
                .filter(stock -> stock.isLow() != stock.threshold().told())
                .flatMap(stock -> stocks.tell(id, stock.isLow()).then(Mono.defer(() -> tell(stock))));
    }

    private Mono<Void> tell(Stock stock) {
        return stock.isLow()
                ? events.publish(List.of(new StockLow(
                        stock.productId(),
                        stock.available(),
                        stock.threshold().pieces().orElseThrow(),
                        stock.version(),
                        clock.instant())))
                : Mono.empty();
    }
}
