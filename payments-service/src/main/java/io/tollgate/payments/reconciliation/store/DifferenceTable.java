package io.tollgate.payments.reconciliation.store;

import io.r2dbc.spi.Readable;
import io.tollgate.payments.reconciliation.Difference;
import io.tollgate.values.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The differences of each day, in the order in which they were found. */
final class DifferenceTable {
    private static final String INSERT =
            """
            INSERT INTO reconciliation_difference (settlement_day, number, kind, operation, reference, our_amount, our_currency,
                their_amount, their_currency)
            VALUES (:day, :number, :kind, :operation, :reference, :ours, :ourCurrency, :theirs, :theirCurrency)
            """;
    private static final String OF =
            """
            SELECT kind, operation, reference, our_amount, our_currency, their_amount, their_currency
            FROM reconciliation_difference WHERE settlement_day = :day ORDER BY number
            """;
    private static final String SINCE =
            """
            SELECT kind, COUNT(*) AS found FROM reconciliation_difference WHERE settlement_day >= :day GROUP BY kind
            """;

    private final DatabaseClient database;

    DifferenceTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> replace(LocalDate day, List<Difference> found) {
        return database.sql("DELETE FROM reconciliation_difference WHERE settlement_day = :day")
                .bind("day", day)
                .then()
                .thenMany(Flux.range(0, found.size()).concatMap(number -> insert(day, number, found.get(number))))
                .then();
    }

    Mono<List<Difference>> of(LocalDate day) {
        return database.sql(OF)
                .bind("day", day)
                .map(DifferenceTable::read)
                .all()
                .collectList();
    }

    Mono<Map<Difference.Kind, Long>> since(LocalDate day) {
        return database.sql(SINCE)
                .bind("day", day)
                .map(row -> Map.entry(kind(row), row.get("found", Number.class).longValue()))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> insert(LocalDate day, int number, Difference difference) {
        return database.sql(INSERT)
                .bind("day", day)
                .bind("number", number)
                .bind("kind", difference.kind().name())
                .bind("operation", difference.operation())
                .bind("reference", difference.reference())
                .bind("ours", amount(difference.ours()))
                .bind("ourCurrency", currency(difference.ours()))
                .bind("theirs", amount(difference.theirs()))
                .bind("theirCurrency", currency(difference.theirs()))
                .then();
    }

    private static Difference read(Readable row) {
        return new Difference(
                kind(row),
                row.get("operation", String.class),
                row.get("reference", String.class),
                money(row, "our"),
                money(row, "their"));
    }

    private static Difference.Kind kind(Readable row) {
        return Difference.Kind.valueOf(row.get("kind", String.class));
    }

    private static Optional<Money> money(Readable row, String whose) {
        return Optional.ofNullable(row.get(whose + "_amount", Long.class))
                .map(amount -> Money.of(amount, row.get(whose + "_currency", String.class)));
    }

    private static Parameter amount(Optional<Money> money) {
        return Parameter.fromOrEmpty(money.map(Money::amount).orElse(null), Long.class);
    }

    private static Parameter currency(Optional<Money> money) {
        return Parameter.fromOrEmpty(
                money.map(known -> known.currency().getCurrencyCode()).orElse(null), String.class);
    }
}
