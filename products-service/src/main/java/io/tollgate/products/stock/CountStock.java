package io.tollgate.products.stock;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Somebody counted: corrects what lies there, if the stock is still what they saw. */
@Service
public class CountStock {
    private static final String REASON = "count";

    private final Stocks stocks;
    private final StockLog log;

    CountStock(Stocks stocks, StockLog log) {
        this.stocks = stocks;
        this.log = log;
    }

    @Transactional
    public Mono<Stock> handle(Stock seen, int count, String actor) {
        return count == seen.onHand()
                ? Mono.just(seen)
                : Mono.fromSupplier(() -> seen.counted(count)).flatMap(next -> keep(seen, next, actor));
    }

    private Mono<Stock> keep(Stock seen, Stock next, String actor) {
        Move correction = Move.bySeller(seen.productId(), Kind.CORRECTION, next.onHand() - seen.onHand());
        return stocks.update(next)
                .then(Mono.defer(() -> log.write(correction, Cause.of(actor, Optional.of(REASON)))))
                .thenReturn(next);
    }
}
