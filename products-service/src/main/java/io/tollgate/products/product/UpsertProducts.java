package io.tollgate.products.product;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes many products what is said of them, a part after the other; each part is one transaction. */
@Service
public class UpsertProducts {
    private static final int PART = 50;
    private static final int RACES = 5;
    // Each holds a connection for its Idempotency-Key beside the one it works with.
    private static final int AT_ONCE = 2;

    private final UpsertPart part;
    private final ProductEvents events;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    UpsertProducts(UpsertPart part, ProductEvents events) {
        this.part = part;
        this.events = events;
    }

    public Mono<List<Upserted>> handle(List<Upsert> items) {
        return Mono.usingWhen(
                Mono.fromCallable(this::turn),
                turn -> events.admit().then(Mono.defer(() -> all(items))),
                turn -> Mono.fromRunnable(turns::release));
    }

    private Semaphore turn() {
        if (!turns.tryAcquire()) {
            throw new BulkBusy();
        }
        return turns;
    }

    /** In the order of the SKUs, so that two of them never wait for each other in a circle. */
    private Mono<List<Upserted>> all(List<Upsert> items) {
        return Flux.fromIterable(items)
                .sort(comparing(Upsert::key))
                .buffer(PART)
                .concatMap(
                        some -> part.handle(some).retryWhen(Retry.max(RACES).filter(ProductRefused.class::isInstance)))
                .flatMapIterable(results -> results)
                .sort(comparing(Upserted::index))
                .collectList();
    }
}
