package io.tollgate.database;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Flux;

/** A statement that is observed while it runs; its connection hears of its failure. */
final class ObservedStatement implements Statement {
    private final Statement statement;
    private final String sql;
    private final StatementObservations observations;
    private final Soundness soundness;

    ObservedStatement(Statement statement, String sql, StatementObservations observations, Soundness soundness) {
        this.statement = statement;
        this.sql = sql;
        this.observations = observations;
        this.soundness = soundness;
    }

    @Override
    public Flux<Result> execute() {
        return observations.<Result>observed(sql, statement::execute).doOnError(soundness::note);
    }

    @Override
    public Statement add() {
        statement.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        statement.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        statement.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        statement.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        statement.bindNull(name, type);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        statement.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        statement.fetchSize(rows);
        return this;
    }
}
