package io.tollgate.http.idempotency;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.values.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** The table of keys; every change is one statement whose condition says whose turn it is. */
final class IdempotencyRecords {
    private static final String INSERT =
            """
            INSERT INTO idempotency_record (id, client_id, user_id, fingerprint, claim_token, lease_until, expires_at)
            VALUES (:id, :client, :user, :fingerprint, :token, :lease, :expires)
            """;
    private static final String SELECT =
            """
            SELECT id, fingerprint, claim_token, lease_until, expires_at,
                   answer_status, answer_headers, answer_body, shown_key_id
            FROM idempotency_record WHERE id = :id
            """;
    private static final String TAKE_OVER =
            """
            UPDATE idempotency_record
            SET fingerprint = :fingerprint, claim_token = :token, lease_until = :lease, expires_at = :expires,
                answer_status = NULL, answer_headers = NULL, answer_body = NULL, shown_key_id = NULL
            WHERE id = :id AND claim_token = :previous
              AND (expires_at <= :now OR (lease_until <= :now AND answer_status IS NULL AND shown_key_id IS NULL))
            """;
    private static final String COMPLETE =
            """
            UPDATE idempotency_record SET answer_status = :status, answer_headers = :headers, answer_body = :body
            WHERE id = :id AND claim_token = :token AND answer_status IS NULL AND shown_key_id IS NULL
            """;
    private static final String SHOWN =
            """
            UPDATE idempotency_record SET shown_key_id = :shown
            WHERE id = :id AND claim_token = :token AND answer_status IS NULL AND shown_key_id IS NULL
            """;
    private static final String RELEASE =
            """
            DELETE FROM idempotency_record
            WHERE id = :id AND claim_token = :token AND answer_status IS NULL AND shown_key_id IS NULL
            """;
    private static final String PURGE = "DELETE TOP (1000) FROM idempotency_record WHERE expires_at <= :now";

    private final DatabaseClient database;
    private final Answers answers;
    private final IdempotencyProperties properties;
    private final Clock clock;
    private final Ids ids;

    IdempotencyRecords(
            DatabaseClient database, Answers answers, IdempotencyProperties properties, Clock clock, Ids ids) {
        this.database = database;
        this.answers = answers;
        this.properties = properties;
        this.clock = clock;
        this.ids = ids;
    }

    /** The claim of who comes first; empty for everybody else. */
    Mono<Claim> claim(Sent sent) {
        Claim claim = new Claim(sent.id(), ids.uuid().toString());
        return claiming(INSERT, claim, sent)
                .bind("client", sent.clientId())
                .bind("user", Parameters.in(R2dbcType.NVARCHAR, sent.userId().orElse(null)))
                .fetch()
                .rowsUpdated()
                .thenReturn(claim)
                .onErrorResume(DuplicateKeyException.class, taken -> Mono.empty());
    }

    /** The claim of who is first to see that the one before is void; empty for everybody else. */
    Mono<Claim> takeOver(Sent sent, Claim previous) {
        Claim claim = new Claim(sent.id(), ids.uuid().toString());
        return claiming(TAKE_OVER, claim, sent)
                .bind("previous", previous.token())
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .thenReturn(claim);
    }

    Mono<IdempotencyRecord> find(String id) {
        return database.sql(SELECT).bind("id", id).map(this::read).one();
    }

    Mono<Void> complete(Claim claim, Answer answer) {
        return owned(held(COMPLETE, claim)
                .bind("status", answer.status())
                .bind("headers", answers.writeHeaders(answer))
                .bind("body", new String(answer.body(), StandardCharsets.UTF_8)));
    }

    Mono<Void> completeShown(Claim claim, String keyId) {
        return owned(held(SHOWN, claim).bind("shown", keyId));
    }

    Mono<Void> release(Claim claim) {
        return held(RELEASE, claim).fetch().rowsUpdated().then();
    }

    Mono<Long> purge() {
        return database.sql(PURGE)
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec claiming(String sql, Claim claim, Sent sent) {
        Instant now = clock.instant();
        return held(sql, claim)
                .bind("fingerprint", sent.fingerprint())
                .bind("lease", UtcDateTime.toColumn(now.plus(properties.lease())))
                .bind("expires", UtcDateTime.toColumn(now.plus(properties.keep())));
    }

    private GenericExecuteSpec held(String sql, Claim claim) {
        return database.sql(sql).bind("id", claim.id()).bind("token", claim.token());
    }

    private static Mono<Void> owned(GenericExecuteSpec statement) {
        return statement
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(ClaimLost::new))
                .then();
    }

    private IdempotencyRecord read(Readable row) {
        return new IdempotencyRecord(
                new Claim(row.get("id", String.class), row.get("claim_token", String.class)),
                row.get("fingerprint", String.class),
                instant(row, "lease_until"),
                instant(row, "expires_at"),
                answer(row),
                Optional.ofNullable(row.get("shown_key_id", String.class)));
    }

    private Optional<Answer> answer(Readable row) {
        return Optional.ofNullable(row.get("answer_status", Integer.class))
                .map(status -> new Answer(
                        status,
                        answers.readHeaders(row.get("answer_headers", String.class)),
                        row.get("answer_body", String.class).getBytes(StandardCharsets.UTF_8)));
    }

    private static Instant instant(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }
}
