package io.tollgate.database;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Removes as many rows as there are, a thousand at a time: nobody who writes beside it waits for long. */
public final class Deletion {
    private static final int AT_ONCE = 1_000;

    private Deletion() {}

    /** @param delete a {@code DELETE TOP (1000)}, outside of a transaction */
    public static Mono<Void> inBatches(GenericExecuteSpec delete) {
        return delete.fetch()
                .rowsUpdated()
                .repeat()
                .takeUntil(deleted -> deleted < AT_ONCE)
                .then();
    }
}
