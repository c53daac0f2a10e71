package io.tollgate.orders.catalog;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes over what products says about a product, unless something newer is known. */
@Service
public class LearnProduct {
    private final Catalog catalog;

    LearnProduct(Catalog catalog) {
        this.catalog = catalog;
    }

    @Transactional
    public Mono<Void> handle(CatalogEntry heard) {
        return catalog.find(heard.productId()).singleOptional().flatMap(known -> keep(known, heard));
    }

    private Mono<Void> keep(Optional<CatalogEntry> known, CatalogEntry heard) {
        if (known.isEmpty()) {
            return catalog.add(heard);
        }
        return heard.isNewerThan(known.get()) ? catalog.replace(known.get(), heard) : Mono.empty();
    }
}
