package io.tollgate.orders.catalog;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Asks products for the whole catalog while the own copy is empty. */
@Service
public class AskForCatalog {
    private final Catalog catalog;
    private final CatalogEvents events;
    private final Clock clock;

    AskForCatalog(Catalog catalog, CatalogEvents events, Clock clock) {
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle() {
        return catalog.asOf()
                .hasElement()
                .filter(anything -> !anything)
                .flatMap(nothing -> events.wanted(clock.instant()));
    }
}
