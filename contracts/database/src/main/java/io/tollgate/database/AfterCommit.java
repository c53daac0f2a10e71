package io.tollgate.database;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Something to be done when the work around it is really there for everybody to see. */
public final class AfterCommit {
    private AfterCommit() {}

    /** Remembers the action for the commit of the current transaction; without one it runs at once. */
    public static Mono<Void> run(Runnable action) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isSynchronizationActive)
                .doOnNext(transaction -> transaction.registerSynchronization(new Announcement(action)))
                .switchIfEmpty(Mono.error(() -> new NoTransactionException("no transaction")))
                .then()
                .onErrorResume(NoTransactionException.class, none -> Mono.fromRunnable(action));
    }

    private record Announcement(Runnable action) implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(action);
        }
    }
}
