package io.tollgate.orders.catalog.schedule;

import io.tollgate.orders.catalog.AskForCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at the start, and again and again, whether there is a copy of the catalog at all. */
@Component
class EmptyCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(EmptyCatalog.class);

    private final AskForCatalog askForCatalog;

    EmptyCatalog(AskForCatalog askForCatalog) {
        this.askForCatalog = askForCatalog;
    }

    /** Spring subscribes, and waits for the end before it begins the next pause. */
    @Scheduled(initialDelay = 0, fixedDelayString = "${orders.catalog.ask}")
    Mono<Void> ask() {
        return askForCatalog.handle().onErrorResume(EmptyCatalog::nextTime);
    }

    private static Mono<Void> nextTime(Throwable failure) {
        LOG.warn("Cannot see whether the copy of the catalog is empty; the next look tries again", failure);
        return Mono.empty();
    }
}
