package io.tollgate.http.idempotency;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes, some at a time, the records that are no longer repeated, and what erased users were still answered. */
final class RecordPurge implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RecordPurge.class);

    private final IdempotencyRecords records;
    private final AnswersOfUsers stored;
    private final Duration every;
    private volatile Disposable running;

    RecordPurge(IdempotencyRecords records, AnswersOfUsers stored, Duration every) {
        this.records = records;
        this.stored = stored;
        this.every = every;
    }

    @Override
    public void start() {
        running = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> round())
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> round() {
        return stored.sweep()
                .thenMany(records.purge().repeat().takeWhile(deleted -> deleted > 0))
                .then()
                .doOnError(failure ->
                        log.warn("Old idempotency records were not deleted; the next round tries again", failure))
                .onErrorComplete();
    }
}
