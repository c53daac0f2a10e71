package io.tollgate.http.idempotency;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The table of keys. A row is written with the operation that it answers, and its key lets nobody answer twice. The release
 * before this one wrote it first, as a claim with a lease, and filled it in later: such rows are still met.
 */
final class IdempotencyRecords {
    // no claim: the release before this one asks for a token and a lease in each row
    private static final String INSERT =
            """
            INSERT INTO idempotency_record (id, client_id, user_id, fingerprint, claim_token, lease_until, expires_at,
                answer_status, answer_headers, answer_body, shown_key_id)
            VALUES (:id, :client, :user, :fingerprint, '-', :now, :expires, :status, :headers, :body, :shown)
            """;
    private static final String SELECT =
            """
            SELECT fingerprint, lease_until, expires_at, answer_status, answer_headers, answer_body, shown_key_id
            FROM idempotency_record WHERE id = :id
            """;
    private static final String DELETE_VOID =
            """
            DELETE FROM idempotency_record
            WHERE id = :id
              AND (expires_at <= :now OR (lease_until <= :now AND answer_status IS NULL AND shown_key_id IS NULL))
            """;
    private static final String PURGE = "DELETE TOP (1000) FROM idempotency_record WHERE expires_at <= :now";

    private final DatabaseClient database;
    private final Answers answers;
    private final Duration keep;
    private final Clock clock;

    IdempotencyRecords(DatabaseClient database, Answers answers, Duration keep, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.keep = keep;
        this.clock = clock;
    }

    /** How it ended before, if it did; what is too old to be repeated goes, in the caller's transaction. */
    Mono<IdempotencyRecord> find(Sent sent) {
        return database.sql(SELECT)
                .bind("id", sent.id())
                .map(this::read)
                .one()
                .flatMap(row -> row.isVoid(clock.instant()) ? deleteVoid(sent) : row.ended());
    }

    Mono<Void> add(Sent sent, IdempotencyRecord ended) {
        Optional<Answer> answer = ended.answer();
        return database.sql(INSERT)
                .bind("id", sent.id())
                .bind("client", sent.clientId())
                .bind("user", text(sent.userId()))
                .bind("fingerprint", ended.fingerprint())
                .bind("now", now())
                .bind("expires", UtcDateTime.toColumn(clock.instant().plus(keep)))
                .bind(
                        "status",
                        Parameters.in(
                                R2dbcType.INTEGER, answer.map(Answer::status).orElse(null)))
                .bind("headers", text(answer.map(answers::writeHeaders)))
                .bind("body", text(answer.map(kept -> new String(kept.body(), StandardCharsets.UTF_8))))
                .bind("shown", text(ended.shownKeyId()))
                .then()
                .onErrorMap(DuplicateKeyException.class, AnsweredMeanwhile::new);
    }

    Mono<Long> purge() {
        return database.sql(PURGE).bind("now", now()).fetch().rowsUpdated();
    }

    private Mono<IdempotencyRecord> deleteVoid(Sent sent) {
        return database.sql(DELETE_VOID)
                .bind("id", sent.id())
                .bind("now", now())
                .then()
                .then(Mono.empty());
    }

    private Row read(Readable row) {
        return new Row(
                new IdempotencyRecord(
                        row.get("fingerprint", String.class),
                        answer(row),
                        Optional.ofNullable(row.get("shown_key_id", String.class))),
                instant(row, "lease_until"),
                instant(row, "expires_at"));
    }

    private Optional<Answer> answer(Readable row) {
        return Optional.ofNullable(row.get("answer_status", Integer.class))
                .map(status -> new Answer(
                        status,
                        answers.readHeaders(row.get("answer_headers", String.class)),
                        row.get("answer_body", String.class).getBytes(StandardCharsets.UTF_8)));
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }

    private static Parameter text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }

    private static Instant instant(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }

    private record Row(IdempotencyRecord record, Instant leaseUntil, Instant expiresAt) {
        boolean isVoid(Instant now) {
            return !expiresAt.isAfter(now) || record.isOpen() && !leaseUntil.isAfter(now);
        }

        Mono<IdempotencyRecord> ended() {
            return record.isOpen() ? Mono.error(Flights.inFlight()) : Mono.just(record);
        }
    }
}
