package io.tollgate.products.product;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells the catalog again, batch by batch; after a crash it goes on where the last committed batch ended. */
@Service
public class RepublishCatalog {
    private final RepublishBatch batch;

    RepublishCatalog(RepublishBatch batch) {
        this.batch = batch;
    }

    public Mono<Void> handle() {
        return Mono.defer(batch::handle).repeat().takeWhile(more -> more).then();
    }
}
