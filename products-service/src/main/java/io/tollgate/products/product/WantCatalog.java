package io.tollgate.products.product;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Somebody has lost its copy of the catalog: it will be told again as a whole. */
@Service
public class WantCatalog {
    private final Republications republications;

    WantCatalog(Republications republications) {
        this.republications = republications;
    }

    @Transactional
    public Mono<Void> handle() {
        return republications.current().map(Republication::wanted).flatMap(republications::update);
    }
}
