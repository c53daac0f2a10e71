package io.tollgate.database;

import io.r2dbc.spi.Connection;
import io.tollgate.database.TransactionPool.Reserved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Transactions that begin to their end: when their caller leaves meanwhile they are rolled back, and only then is the connection another's. */
final class Transactions implements ReactiveTransactionManager {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final TransactionPool pool;
    private final R2dbcTransactionManager transactions;

    Transactions(TransactionPool pool) {
        this.pool = pool;
        this.transactions = new R2dbcTransactionManager(pool);
    }

    @Override
    public Mono<ReactiveTransaction> getReactiveTransaction(TransactionDefinition asked) {
        TransactionDefinition definition = asked == null ? TransactionDefinition.withDefaults() : asked;
        return TransactionSynchronizationManager.forCurrentTransaction()
                .flatMap(current -> needsConnection(definition, current)
                        ? pool.create().onErrorMap(Transactions::notBegun).flatMap(taken -> begin(taken, definition))
                        : transactions.getReactiveTransaction(definition));
    }

    private boolean needsConnection(TransactionDefinition definition, TransactionSynchronizationManager current) {
        return switch (definition.getPropagationBehavior()) {
            case TransactionDefinition.PROPAGATION_REQUIRES_NEW -> true;
            case TransactionDefinition.PROPAGATION_REQUIRED, TransactionDefinition.PROPAGATION_NESTED ->
                !current.hasResource(pool);
            default -> false;
        };
    }

    private static Throwable notBegun(Throwable failure) {
        return new CannotCreateTransactionException("Could not open R2DBC Connection for transaction", failure);
    }

    private Mono<ReactiveTransaction> begin(Connection connection, TransactionDefinition definition) {
        Reserved reserved = new Reserved(connection);
        return Mono.deferContextual(context -> {
            Mono<ReactiveTransaction> begun = reserved.within(transactions.getReactiveTransaction(definition))
                    .onErrorResume(failure -> reserved.release().then(Mono.error(failure)))
                    .flatMap(transaction -> reserved.release().thenReturn(transaction));
            return Handover.unbroken(
                    begun, left -> rollback(left).contextWrite(context).subscribe(done -> {}, Transactions::lost));
        });
    }

    private static void lost(Throwable failure) {
        LOG.warn("a transaction whose caller left while it began was not rolled back", failure);
    }

    @Override
    public Mono<Void> commit(ReactiveTransaction transaction) {
        return transactions.commit(transaction);
    }

    @Override
    public Mono<Void> rollback(ReactiveTransaction transaction) {
        return transactions.rollback(transaction);
    }
}
