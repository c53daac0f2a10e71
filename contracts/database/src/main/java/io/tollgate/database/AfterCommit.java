package io.tollgate.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Something to be done when the work around it is really there for everybody to see. */
public final class AfterCommit {
    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    /**
     * Remembers the action for the commit of the current transaction; without one it runs at once. An action that
     * fails is logged and nothing else: what was committed stays committed, and must not look as if it were not.
     */
    public static Mono<Void> run(Runnable action) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isSynchronizationActive)
                .doOnNext(transaction -> transaction.registerSynchronization(new Announcement(action)))
                .switchIfEmpty(Mono.error(() -> new NoTransactionException("no transaction")))
                .then()
                .onErrorResume(NoTransactionException.class, none -> new Announcement(action).afterCommit());
    }

    private record Announcement(Runnable action) implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            // handle: what is logged belongs to the trace of the work
            return Mono.just(action).handle((due, sink) -> announce());
        }

        private void announce() {
            try {
                action.run();
            } catch (RuntimeException failure) {
                log.error("The work is committed, but what should have followed at once failed", failure);
            }
        }
    }
}
