package io.tollgate.delivery;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox table. */
final class OutboxStore {
    private static final String INSERT =
            """
            INSERT INTO outbox (message_id, source, destination, type, subject, version, session_id, time_to_live,
                traceparent, tracestate, properties, body, occurred_at, created_at)
            VALUES (:messageId, :source, :destination, :type, :subject, :version, :sessionId, :timeToLive,
                :traceparent, :tracestate, :properties, :body, :occurredAt, :createdAt)
            """;

    // What was refused keeps the later rows of its aggregate waiting, and nobody else's; an aggregate has one
    // refused row at most. On H2 only "later than never" finds the refused ones by their index, and only an order
    // that begins with sent_at ends after the first rows: else each round would read all that waits, and for each
    // of them all of them again.
    static final String NEXT =
            """
            SELECT TOP (%d) position, message_id, source, destination, type, subject, version, session_id, time_to_live,
                traceparent, tracestate, properties, body, occurred_at, created_at
            FROM outbox
            WHERE sent_at IS NULL AND refused_at IS NULL AND destination NOT IN (:destinations)
                AND subject NOT IN (:aggregates)
                AND subject NOT IN (SELECT r.subject FROM outbox r
                    WHERE r.refused_at > :never AND COALESCE(r.sent_at, :never) = :never)
            ORDER BY sent_at, position
            """;
    private static final String NEXT_OF_THESE = NEXT.replace("destination NOT IN", "destination IN");
    private static final LocalDateTime NEVER = UtcDateTime.toColumn(Instant.EPOCH);

    // The lease's epoch is asked in the same statement: who lost the lease marks nothing.
    private static final String STILL_MINE =
            " AND EXISTS (SELECT 1 FROM delivery_lease WHERE name = :lease AND epoch = :epoch)";
    private static final String MARK_SENT =
            "UPDATE outbox SET sent_at = :now WHERE position IN (:positions) AND sent_at IS NULL" + STILL_MINE;
    private static final String REFUSE =
            "UPDATE outbox SET refused_at = :now, refusal = :reason WHERE position = :position AND sent_at IS NULL"
                    + STILL_MINE;

    private static final int MOST_NAMES = 500;

    private final DatabaseClient client;
    private final MessageJson json;

    OutboxStore(DatabaseClient client, MessageJson json) {
        this.client = client;
        this.json = json;
    }

    Mono<Void> insert(OutboxRow row) {
        var statement = client.sql(INSERT)
                .bind("messageId", row.messageId())
                .bind("source", row.source())
                .bind("destination", row.destination())
                .bind("type", row.type())
                .bind("subject", row.subject())
                .bind("version", row.version())
                .bind("properties", json.write(row.properties()))
                .bind("body", row.body())
                .bind("occurredAt", UtcDateTime.toColumn(row.occurredAt()))
                .bind("createdAt", UtcDateTime.toColumn(row.createdAt()));
        statement = Columns.optional(statement, "sessionId", row.sessionId(), String.class);
        statement = Columns.optional(statement, "timeToLive", row.timeToLive().map(Duration::toMillis), Long.class);
        return Columns.trace(statement, row.trace()).then();
    }

    Flux<OutboxRow> next(int count, Destinations destinations, Collection<String> aggregates) {
        return client.sql((destinations.areThese() ? NEXT_OF_THESE : NEXT).formatted(count))
                .bind("destinations", some(destinations.names()))
                .bind("aggregates", some(aggregates))
                .bind("never", NEVER)
                .map(this::row)
                .all();
    }

    // An empty list is no SQL; nothing is called "". And a statement takes no more than some two thousand parameters.
    private static List<String> some(Collection<String> names) {
        return names.isEmpty() ? List.of("") : names.stream().limit(MOST_NAMES).toList();
    }

    Mono<Long> markSent(Collection<Long> positions, Lease lease, Instant now) {
        return client.sql(MARK_SENT)
                .bind("positions", positions)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("lease", lease.name())
                .bind("epoch", lease.epoch())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> refuse(long position, String reason, Lease lease, Instant now) {
        return client.sql(REFUSE)
                .bind("position", position)
                .bind("reason", Columns.cut(reason, Columns.FAILURE))
                .bind("now", UtcDateTime.toColumn(now))
                .bind("lease", lease.name())
                .bind("epoch", lease.epoch())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> waiting() {
        return Columns.count(client.sql("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL"));
    }

    Mono<Long> refused() {
        return Columns.count(
                client.sql("SELECT COUNT(*) FROM outbox WHERE refused_at IS NOT NULL AND sent_at IS NULL"));
    }

    Mono<Long> purge(int count, Instant sentBefore) {
        return client.sql("DELETE TOP (" + count + ") FROM outbox WHERE sent_at < :before")
                .bind("before", UtcDateTime.toColumn(sentBefore))
                .fetch()
                .rowsUpdated();
    }

    private OutboxRow row(Readable row) {
        return new OutboxRow(
                row.get("position", Long.class),
                row.get("message_id", String.class),
                row.get("source", String.class),
                row.get("destination", String.class),
                row.get("type", String.class),
                row.get("subject", String.class),
                row.get("version", Long.class),
                Optional.ofNullable(row.get("session_id", String.class)),
                Optional.ofNullable(row.get("time_to_live", Long.class)).map(Duration::ofMillis),
                Columns.trace(row),
                json.properties(row.get("properties", String.class)),
                row.get("body", String.class),
                UtcDateTime.fromColumn(row.get("occurred_at", LocalDateTime.class)),
                UtcDateTime.fromColumn(row.get("created_at", LocalDateTime.class)));
    }
}
