package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The stock of one product. */
@Service
public class FindStock {
    private final Stocks stocks;

    FindStock(Stocks stocks) {
        this.stocks = stocks;
    }

    public Mono<Stock> handle(ProductId id) {
        return Mono.just(id)
                .filter(ProductId::isValid)
                .flatMap(stocks::find)
                .switchIfEmpty(Mono.error(() -> new StockNotFound(id)));
    }
}
