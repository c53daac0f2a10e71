package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Shelves;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A product was published: nothing of it lies there yet. */
@Service
class OpenShelf implements Shelves {
    private final Stocks stocks;

    OpenShelf(Stocks stocks) {
        this.stocks = stocks;
    }

    @Override
    public Mono<Void> open(ProductId id) {
        return stocks.open(id);
    }
}
