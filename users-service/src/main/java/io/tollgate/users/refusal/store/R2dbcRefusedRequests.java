package io.tollgate.users.refusal.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.refusal.RefusedRequests;
import io.tollgate.users.usage.RefusedRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Refused requests on SQL; the user is not kept, the client that asks knows who it was. */
@Component
class R2dbcRefusedRequests implements RefusedRequests {
    private static final int AT_ONCE = 1_000;
    private static final String ADD =
            """
            INSERT INTO refused_request (request_id, client_id, trace_id, happened_at, operation, status, type, rule_name,
                rule_limit, remaining, reset_at)
            SELECT :id, :client, :trace, :at, :operation, :status, :type, :rule, :limit, :remaining, :reset
            WHERE NOT EXISTS (SELECT 1 FROM refused_request WHERE request_id = :id)
            """;
    private static final String FIND =
            """
            SELECT request_id, client_id, trace_id, happened_at, operation, status, type, rule_name, rule_limit, remaining,
                reset_at
            FROM refused_request WHERE request_id = :id AND happened_at > :since
            """;
    private static final String FORGET = "DELETE TOP (1000) FROM refused_request WHERE happened_at < :before";

    private final DatabaseClient database;

    R2dbcRefusedRequests(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(RefusedRequest request) {
        return database.sql(ADD)
                .bind("id", request.requestId())
                .bind("client", request.clientId())
                .bind(
                        "trace",
                        Parameters.in(R2dbcType.NVARCHAR, request.traceId().orElse(null)))
                .bind("at", UtcDateTime.toColumn(request.at()))
                .bind(
                        "operation",
                        Parameters.in(R2dbcType.NVARCHAR, request.operation().orElse(null)))
                .bind("status", request.status())
                .bind("type", request.type())
                .bind("rule", Parameters.in(R2dbcType.NVARCHAR, request.rule().orElse(null)))
                .bind("limit", Parameters.in(R2dbcType.BIGINT, request.limit().orElse(null)))
                .bind(
                        "remaining",
                        Parameters.in(R2dbcType.BIGINT, request.remaining().orElse(null)))
                .bind(
                        "reset",
                        Parameters.in(
                                R2dbcType.TIMESTAMP,
                                request.resetAt().map(UtcDateTime::toColumn).orElse(null)))
                .then();
    }

    @Override
    public Mono<RefusedRequest> find(String requestId, Instant since) {
        return database.sql(FIND)
                .bind("id", requestId)
                .bind("since", UtcDateTime.toColumn(since))
                .map(R2dbcRefusedRequests::request)
                .one();
    }

    /** A thousand rows at a time: nobody who adds one waits for long. */
    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET)
                .bind("before", UtcDateTime.toColumn(before))
                .fetch()
                .rowsUpdated()
                .repeat()
                .takeUntil(deleted -> deleted < AT_ONCE)
                .then();
    }

    private static RefusedRequest request(Readable row) {
        return new RefusedRequest(
                row.get("request_id", String.class),
                Optional.ofNullable(row.get("trace_id", String.class)),
                UtcDateTime.fromColumn(row.get("happened_at", LocalDateTime.class)),
                row.get("client_id", String.class),
                Optional.empty(),
                Optional.ofNullable(row.get("operation", String.class)),
                row.get("status", Integer.class),
                row.get("type", String.class),
                Optional.ofNullable(row.get("rule_name", String.class)),
                Optional.ofNullable(row.get("rule_limit", Long.class)),
                Optional.ofNullable(row.get("remaining", Long.class)),
                Optional.ofNullable(row.get("reset_at", LocalDateTime.class)).map(UtcDateTime::fromColumn));
    }
}
