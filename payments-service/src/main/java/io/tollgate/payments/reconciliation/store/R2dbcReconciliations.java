package io.tollgate.payments.reconciliation.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.reconciliation.Difference;
import io.tollgate.payments.reconciliation.Reconciliation;
import io.tollgate.payments.reconciliation.Reconciliations;
import io.tollgate.payments.reconciliation.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The comparisons in their table; whoever changes the row of a day has the day. */
@Repository
class R2dbcReconciliations implements Reconciliations {
    private final DatabaseClient database;
    private final DifferenceTable differences;
    private final Clock clock;

    R2dbcReconciliations(DatabaseClient database, Clock clock) {
        this.database = database;
        this.differences = new DifferenceTable(database);
        this.clock = clock;
    }

    @Override
    public Mono<Void> ensure(LocalDate day) {
        return bind(ReconciliationSql.INSERT_ABSENT, day)
                .bind("now", now())
                .then()
                .onErrorResume(DuplicateKeyException.class, raced -> Mono.empty());
    }

    @Override
    public Mono<Void> request(LocalDate day) {
        return bind(ReconciliationSql.REQUEST, day)
                .bind("now", now())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0 ? ensure(day) : Mono.empty());
    }

    @Override
    public Mono<LocalDate> claim(Duration forAtMost) {
        return database.sql(ReconciliationSql.DUE)
                .bind("now", now())
                .map(row -> row.get("settlement_day", LocalDate.class))
                .one()
                .filterWhen(day -> claimed(day, forAtMost));
    }

    private Mono<Boolean> claimed(LocalDate day, Duration forAtMost) {
        return bind(ReconciliationSql.CLAIM, day)
                .bind("now", now())
                .bind("until", UtcDateTime.toColumn(clock.instant().plus(forAtMost)))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> postpone(LocalDate day, Duration pause) {
        return bind(ReconciliationSql.POSTPONE, day)
                .bind("due", UtcDateTime.toColumn(clock.instant().plus(pause)))
                .then();
    }

    @Override
    public Mono<Void> finish(LocalDate day, Result result) {
        return bind(ReconciliationSql.FINISH, day)
                .bind("agreeing", result.matched())
                .bind("now", now())
                .then()
                .then(Mono.defer(() -> differences.replace(day, result.differences())));
    }

    @Override
    public Mono<Reconciliation> find(LocalDate day) {
        return bind(ReconciliationSql.FIND, day)
                .map(row -> read(day, row))
                .one()
                .flatMap(known -> differences.of(day).map(known::with));
    }

    @Override
    public Mono<Map<Difference.Kind, Long>> differencesSince(LocalDate day) {
        return differences.since(day);
    }

    private static Reconciliation read(LocalDate day, Readable row) {
        return new Reconciliation(
                day,
                row.get("pending", Boolean.class),
                UtcDateTime.fromColumn(row.get("requested_at", LocalDateTime.class)),
                Optional.ofNullable(row.get("finished_at", LocalDateTime.class)).map(UtcDateTime::fromColumn),
                new Result(row.get("agreeing", Long.class), List.of()));
    }

    private GenericExecuteSpec bind(String sql, LocalDate day) {
        return database.sql(sql).bind("day", day);
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }
}
