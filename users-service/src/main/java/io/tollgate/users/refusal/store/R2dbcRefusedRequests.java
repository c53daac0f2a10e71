package io.tollgate.users.refusal.store;

import static java.util.Map.entry;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.Deletion;
import io.tollgate.database.RowsStatement;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.users.refusal.RefusedRequests;
import io.tollgate.users.usage.RefusedRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Refused requests on SQL; the user is not kept, the client that asks knows who it was. */
@Component
class R2dbcRefusedRequests implements RefusedRequests {
    private static final RowsStatement ADD = RowsStatement.of(
            """
            INSERT INTO refused_request (request_id, client_id, trace_id, happened_at, operation, status, type, rule_name,
                rule_limit, remaining, reset_at)
            SELECT told.request_id, told.client_id, told.trace_id, told.happened_at, told.operation, told.status, told.type,
                told.rule_name, told.rule_limit, told.remaining, told.reset_at
            FROM (SELECT CAST(:id AS NVARCHAR(40)) AS request_id, CAST(:client AS NVARCHAR(40)) AS client_id,
                CAST(:trace AS NVARCHAR(32)) AS trace_id, CAST(:at AS DATETIME2(6)) AS happened_at,
                CAST(:operation AS NVARCHAR(200)) AS operation, CAST(:status AS INT) AS status,
                CAST(:type AS NVARCHAR(80)) AS type, CAST(:rule AS NVARCHAR(200)) AS rule_name,
                CAST(:limit AS BIGINT) AS rule_limit, CAST(:remaining AS BIGINT) AS remaining,
                CAST(:reset AS DATETIME2(6)) AS reset_at) AS told
            WHERE NOT EXISTS (SELECT 1 FROM refused_request WHERE request_id = told.request_id)
            """);
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

    /** Another report may tell the same at the same time: the loser's key is taken, and it runs again. */
    @Override
    public Mono<Void> add(List<RefusedRequest> refused) {
        Map<String, RefusedRequest> once = new LinkedHashMap<>();
        refused.forEach(request -> once.putIfAbsent(request.requestId(), request));
        return ADD.run(database, List.copyOf(once.values()), R2dbcRefusedRequests::values)
                .onErrorMap(DuplicateKeyException.class, taken -> new VersionConflict("refusals", "of a report", 0))
                .then();
    }

    private static Map<String, Object> values(RefusedRequest request) {
        return Map.ofEntries(
                entry("id", request.requestId()),
                entry("client", request.clientId()),
                entry("trace", text(request.traceId())),
                entry("at", UtcDateTime.toColumn(request.at())),
                entry("operation", text(request.operation())),
                entry("status", request.status()),
                entry("type", request.type()),
                entry("rule", text(request.rule())),
                entry("limit", number(request.limit())),
                entry("remaining", number(request.remaining())),
                entry(
                        "reset",
                        Parameters.in(
                                R2dbcType.TIMESTAMP,
                                request.resetAt().map(UtcDateTime::toColumn).orElse(null))));
    }

    private static Parameter text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }

    private static Parameter number(Optional<Long> value) {
        return Parameters.in(R2dbcType.BIGINT, value.orElse(null));
    }

    @Override
    public Mono<RefusedRequest> find(String requestId, Instant since) {
        return database.sql(FIND)
                .bind("id", requestId)
                .bind("since", UtcDateTime.toColumn(since))
                .map(R2dbcRefusedRequests::request)
                .one();
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return Deletion.inBatches(database.sql(FORGET).bind("before", UtcDateTime.toColumn(before)));
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
