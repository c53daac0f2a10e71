package io.tollgate.products.stock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Somebody counted: sets what lies there, if the stock is still what they saw. */
@Service
public class CountStock {
    private final Stocks stocks;

    CountStock(Stocks stocks) {
        this.stocks = stocks;
    }

    @Transactional
    public Mono<Stock> handle(Stock seen, int count) {
        return Mono.fromSupplier(() -> seen.counted(count))
                .flatMap(next -> stocks.update(next).thenReturn(next));
    }
}
