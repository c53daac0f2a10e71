package io.tollgate.orders.catalog;

import io.tollgate.values.Money;
import java.time.Instant;
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

    /** A price alone; without a name, of a product that is not known, it is of no use. */
    @Transactional
    public Mono<Void> handle(ProductId id, long version, Optional<String> name, Money price, Instant asOf) {
        return catalog.find(id).singleOptional().flatMap(known -> Mono.justOrEmpty(
                        name.or(() -> known.flatMap(CatalogEntry::offer).map(Offer::name)))
                .map(called -> new CatalogEntry(id, version, Optional.of(new Offer(called, price)), asOf))
                .flatMap(heard -> keep(known, heard)));
    }

    private Mono<Void> keep(Optional<CatalogEntry> known, CatalogEntry heard) {
        if (known.isEmpty()) {
            return catalog.add(heard);
        }
        return heard.isNewerThan(known.get()) ? catalog.replace(known.get(), heard) : Mono.empty();
    }
}
