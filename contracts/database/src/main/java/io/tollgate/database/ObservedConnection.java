package io.tollgate.database;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A connection whose statements are observed, and that knows by their failures whether it is lost; all else is as it was. */
final class ObservedConnection implements Connection, Wrapped<Connection> {
    private final Connection connection;
    private final StatementObservations observations;
    private final boolean inProcess;
    private final Soundness soundness = new Soundness();

    /** @param inProcess whether there is no line to the database that could be cut while nobody uses it */
    ObservedConnection(Connection connection, StatementObservations observations, boolean inProcess) {
        this.connection = connection;
        this.observations = observations;
        this.inProcess = inProcess;
    }

    @Override
    public Statement createStatement(String sql) {
        return new ObservedStatement(connection.createStatement(sql), sql, observations, soundness);
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return noted(connection.beginTransaction());
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return noted(connection.beginTransaction(definition));
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return noted(connection.commitTransaction());
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return noted(connection.rollbackTransaction());
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean on) {
        return connection.setAutoCommit(on);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration longest) {
        return connection.setLockWaitTimeout(longest);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration longest) {
        return connection.setStatementTimeout(longest);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return connection.setTransactionIsolationLevel(level);
    }

    /** r2dbc-h2 runs a statement whatever depth is asked for, each time the connection is given to somebody. */
    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        if (soundness.isLost()) {
            return Mono.just(false);
        }
        return inProcess && depth == ValidationDepth.LOCAL ? Mono.just(true) : connection.validate(depth);
    }

    private Mono<Void> noted(Publisher<Void> step) {
        return Mono.from(step).doOnError(soundness::note);
    }
}
