package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Shelves;
import io.tollgate.products.product.Status;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A product was made: nothing of it lies there yet; or it entered or left the catalog. */
@Service
class OpenShelf implements Shelves {
    private final Stocks stocks;

    OpenShelf(Stocks stocks) {
        this.stocks = stocks;
    }

    @Override
    public Mono<Void> open(ProductId id, Status status) {
        return stocks.open(id, status);
    }

    @Override
    public Mono<Void> turn(ProductId id, Status status) {
        return stocks.turn(id, status);
    }
}
