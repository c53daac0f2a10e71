package io.tollgate.products.product.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.products.product.RepriceProducts;
import io.tollgate.products.product.RepublishCatalog;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks again and again whether a price's time has come, and whether the catalog is wanted again. */
@Component
class CatalogSweeps {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogSweeps.class);

    private final RepriceProducts repriceProducts;
    private final RepublishCatalog republishCatalog;
    private final MeterRegistry meters;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    CatalogSweeps(RepriceProducts repriceProducts, RepublishCatalog republishCatalog, MeterRegistry meters) {
        this.repriceProducts = repriceProducts;
        this.republishCatalog = republishCatalog;
        this.meters = meters;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelayString = "${products.catalog.sweep}", fixedDelayString = "${products.catalog.sweep}")
    Mono<Void> reprice() {
        return watched("reprice", repriceProducts.handle());
    }

    @Scheduled(initialDelayString = "${products.catalog.sweep}", fixedDelayString = "${products.catalog.sweep}")
    Mono<Void> republish() {
        return watched("republish", republishCatalog.handle());
    }

    private Mono<Void> watched(String sweep, Mono<Void> work) {
        return work.doOnSuccess(done -> failing.remove(sweep)).onErrorResume(failure -> nextTime(sweep, failure));
    }

    /** A look comes every second: only the first of a row of failures is worth a line. */
    private Mono<Void> nextTime(String sweep, Throwable failure) {
        meters.counter("tollgate.products.sweep.failures", "sweep", sweep).increment();
        if (failing.add(sweep)) {
            LOG.warn("The {} sweep failed; every next one tries again", sweep, failure);
        }
        return Mono.empty();
    }
}
