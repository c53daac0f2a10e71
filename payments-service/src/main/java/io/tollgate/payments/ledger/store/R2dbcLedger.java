package io.tollgate.payments.ledger.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.ledger.Account;
import io.tollgate.payments.ledger.Balance;
import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Entry;
import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.ledger.Posting;
import io.tollgate.payments.ledger.Transfer;
import io.tollgate.values.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger in its table: a row is a transfer, both of its entries at once, so that no half of one can be written. */
@Repository
class R2dbcLedger implements Ledger {
    private static final String INSERT =
            """
            INSERT INTO ledger_transfer (operation, line, kind, reference, debit_account, credit_account, amount,
                currency, posted_at)
            VALUES (:operation, :line, :kind, :reference, :debit, :credit, :amount, :currency, :at)
            """;
    private static final String BALANCES =
            """
            SELECT account, currency, SUM(amount) AS balance FROM ledger_entry
            GROUP BY account, currency ORDER BY account, currency
            """;
    private static final String ENTRIES =
            """
            SELECT TOP (:limit) position, operation, kind, reference, amount, currency, counterpart, posted_at
            FROM ledger_entry WHERE account = :account AND position < :before ORDER BY position DESC
            """;

    // each line of a posting is about the same amount
    private static final String BOOKED =
            "SELECT operation, kind, reference, amount, currency FROM ledger_transfer WHERE line = 0 ";
    private static final int AT_ONCE = 500;

    private final DatabaseClient database;

    R2dbcLedger(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> post(List<Posting> postings) {
        return Flux.fromIterable(postings).concatMap(this::post).then();
    }

    private Mono<Void> post(Posting posting) {
        return Flux.range(0, posting.transfers().size())
                .concatMap(line -> insert(posting, line))
                .then();
    }

    private Mono<Void> insert(Posting posting, int line) {
        Transfer transfer = posting.transfers().get(line);
        return database.sql(INSERT)
                .bind("operation", posting.operation())
                .bind("line", line)
                .bind("kind", posting.kind().name())
                .bind("reference", posting.reference())
                .bind("debit", transfer.debit().wire())
                .bind("credit", transfer.credit().wire())
                .bind("amount", transfer.amount().amount())
                .bind("currency", transfer.amount().currency().getCurrencyCode())
                .bind("at", UtcDateTime.toColumn(posting.at()))
                .then();
    }

    @Override
    public Flux<Balance> balances() {
        return database.sql(BALANCES)
                .map(row -> new Balance(account(row, "account"), money(row, "balance")))
                .all();
    }

    @Override
    public Flux<Entry> entries(Account account, Optional<Long> before, int limit) {
        return database.sql(ENTRIES)
                .bind("limit", limit)
                .bind("account", account.wire())
                .bind("before", before.orElse(Long.MAX_VALUE))
                .map(R2dbcLedger::entry)
                .all();
    }

    @Override
    public Mono<Instant> opened() {
        return database.sql("SELECT MIN(posted_at) AS opened FROM ledger_transfer")
                .map(row -> Optional.ofNullable(row.get("opened", LocalDateTime.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(UtcDateTime::fromColumn);
    }

    @Override
    public Flux<Booked> booked(Instant from, Instant until) {
        return database.sql(BOOKED + "AND posted_at >= :from AND posted_at < :until ORDER BY position")
                .bind("from", UtcDateTime.toColumn(from))
                .bind("until", UtcDateTime.toColumn(until))
                .map(R2dbcLedger::known)
                .all();
    }

    @Override
    public Flux<Booked> booked(Collection<String> operations) {
        return Flux.fromIterable(operations).buffer(AT_ONCE).concatMap(this::bookedOf);
    }

    private Flux<Booked> bookedOf(List<String> operations) {
        return database.sql(BOOKED + "AND operation IN (:operations)")
                .bind("operations", operations)
                .map(R2dbcLedger::known)
                .all();
    }

    private static Booked known(Readable row) {
        return new Booked(
                text(row, "operation"),
                Posting.Kind.valueOf(text(row, "kind")),
                text(row, "reference"),
                money(row, "amount"));
    }

    private static Entry entry(Readable row) {
        return new Entry(
                row.get("position", Long.class),
                text(row, "operation"),
                Posting.Kind.valueOf(text(row, "kind")),
                text(row, "reference"),
                money(row, "amount"),
                account(row, "counterpart"),
                UtcDateTime.fromColumn(row.get("posted_at", LocalDateTime.class)));
    }

    private static Money money(Readable row, String column) {
        return Money.of(row.get(column, Number.class).longValue(), text(row, "currency"));
    }

    private static Account account(Readable row, String column) {
        return Account.named(text(row, column)).orElseThrow();
    }

    private static String text(Readable row, String column) {
        return row.get(column, String.class);
    }
}
