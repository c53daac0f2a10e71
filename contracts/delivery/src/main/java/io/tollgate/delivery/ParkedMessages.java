package io.tollgate.delivery;

import io.r2dbc.spi.Readable;
import io.tollgate.database.Conflicts;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The parking table. */
final class ParkedMessages {
    static final int LONGEST_KEY = 200;
    private static final int LONGEST_CLASS = 300;
    private static final String INSERT =
            """
            INSERT INTO parked_message (consumer, source, message_id, parking_key, type, subject, entity, traceparent,
                tracestate, replayed, body, occurred_at, parked_at, attempts, next_attempt_at, exception_class, failure)
            VALUES (:consumer, :source, :id, :key, :type, :subject, :entity, :traceparent,
                :tracestate, :replayed, :body, :occurredAt, :now, :attempts, :nextAttemptAt, :exceptionClass, :failure)
            """;
    private static final String DUE =
            """
            SELECT TOP (%d) position, consumer, source, message_id, parking_key, type, subject, entity, traceparent,
                tracestate, replayed, body, occurred_at, attempts, next_attempt_at
            FROM parked_message p
            WHERE next_attempt_at <= :now AND NOT EXISTS (SELECT 1 FROM parked_message e
                WHERE e.consumer = p.consumer AND e.parking_key = p.parking_key AND e.position < p.position)
            ORDER BY position
            """;
    private static final String RESCHEDULE =
            """
            UPDATE parked_message
            SET attempts = attempts + 1, next_attempt_at = :nextAttemptAt, exception_class = :exceptionClass, failure = :failure
            WHERE position = :position AND attempts = :attempts
            """;

    private static final String OF_MESSAGE =
            """
            SELECT COUNT(*) FROM parked_message
            WHERE consumer = :consumer AND source = :source AND message_id = :id
            """;

    private final DatabaseClient client;
    private final Clock clock;

    ParkedMessages(DatabaseClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** A failure as it is kept: its class for machines, its words for people. */
    record Failure(String exceptionClass, String words) {
        static Failure of(Throwable failure) {
            return new Failure(
                    Columns.cut(failure.getClass().getName(), LONGEST_CLASS),
                    Columns.cut(String.valueOf(failure.getMessage()), Columns.FAILURE));
        }
    }

    /**
     * Does nothing when it is parked already. That a key is taken does not say so: the row's own number may be. What is
     * completed on the bus must be here.
     */
    Mono<Void> add(ParkedMessage parked, Optional<Failure> failure) {
        return insert(parked, failure)
                .onErrorResume(DuplicateKeyException.class, taken -> mustBeThere(parked.consumer(), parked.message()))
                .retryWhen(Conflicts.rerun());
    }

    private Mono<Void> mustBeThere(String consumer, IncomingMessage message) {
        return Columns.count(client.sql(OF_MESSAGE)
                        .bind("consumer", consumer)
                        .bind("source", message.source())
                        .bind("id", message.id()))
                .filter(count -> count > 0)
                .switchIfEmpty(Mono.error(() -> new VersionConflict("parked message", message.id(), 0)))
                .then();
    }

    private Mono<Void> insert(ParkedMessage parked, Optional<Failure> failure) {
        var statement = client.sql(INSERT)
                .bind("consumer", parked.consumer())
                .bind("source", parked.message().source())
                .bind("id", parked.message().id())
                .bind("key", parked.key())
                .bind("type", parked.message().type())
                .bind("subject", parked.message().subject())
                .bind("entity", parked.message().entity())
                .bind("replayed", parked.message().replayed())
                .bind("body", new String(parked.message().body(), StandardCharsets.UTF_8))
                .bind("occurredAt", UtcDateTime.toColumn(parked.message().time()))
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .bind("attempts", parked.attempts())
                .bind("nextAttemptAt", UtcDateTime.toColumn(parked.nextAttemptAt()));
        statement = Columns.trace(statement, parked.message().trace());
        statement = Columns.optional(statement, "exceptionClass", failure.map(Failure::exceptionClass), String.class);
        return Columns.optional(statement, "failure", failure.map(Failure::words), String.class)
                .then();
    }

    Mono<Boolean> holds(String consumer, String key) {
        return Columns.count(client.sql(
                                "SELECT COUNT(*) FROM parked_message WHERE consumer = :consumer AND parking_key = :key")
                        .bind("consumer", consumer)
                        .bind("key", key))
                .map(count -> count > 0);
    }

    Mono<Long> waiting() {
        return Columns.count(client.sql("SELECT COUNT(*) FROM parked_message"));
    }

    /** The first of each key, when it is due. */
    Flux<ParkedMessage> due(int count) {
        return client.sql(DUE.formatted(count))
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .map(this::row)
                .all();
    }

    /** How many rows it removed: none when another process was first. */
    Mono<Long> remove(ParkedMessage parked) {
        return client.sql("DELETE FROM parked_message WHERE position = :position AND attempts = :attempts")
                .bind("position", parked.position())
                .bind("attempts", parked.attempts())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> reschedule(ParkedMessage parked, Instant nextAttemptAt, Failure failure) {
        return client.sql(RESCHEDULE)
                .bind("position", parked.position())
                .bind("attempts", parked.attempts())
                .bind("nextAttemptAt", UtcDateTime.toColumn(nextAttemptAt))
                .bind("exceptionClass", failure.exceptionClass())
                .bind("failure", failure.words())
                .fetch()
                .rowsUpdated();
    }

    private ParkedMessage row(Readable row) {
        int attempts = row.get("attempts", Integer.class);
        ReceivedMessage envelope = new ReceivedMessage(
                row.get("message_id", String.class),
                row.get("source", String.class),
                row.get("type", String.class),
                row.get("subject", String.class),
                UtcDateTime.fromColumn(row.get("occurred_at", LocalDateTime.class)),
                row.get("entity", String.class),
                attempts + 1);
        byte[] body = row.get("body", String.class).getBytes(StandardCharsets.UTF_8);
        return new ParkedMessage(
                row.get("position", Long.class),
                row.get("consumer", String.class),
                row.get("parking_key", String.class),
                new IncomingMessage(envelope, body, Columns.trace(row), row.get("replayed", Boolean.class)),
                attempts,
                UtcDateTime.fromColumn(row.get("next_attempt_at", LocalDateTime.class)));
    }
}
