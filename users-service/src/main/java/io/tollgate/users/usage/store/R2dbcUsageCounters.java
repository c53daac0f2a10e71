package io.tollgate.users.usage.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.Deletion;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.users.usage.UsageCounters;
import io.tollgate.users.usage.UsageFilter;
import io.tollgate.users.usage.UsageLine;
import io.tollgate.users.usage.UsagePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Usage on SQL: a row for each client, day, operation and status, added to. */
@Component
class R2dbcUsageCounters implements UsageCounters {
    private final DatabaseClient database;

    R2dbcUsageCounters(DatabaseClient database) {
        this.database = database;
    }

    /** Another report may insert a row at the same time: the loser's key is taken, and it runs again. */
    @Override
    public Mono<Void> add(List<UsageLine> lines) {
        return UsageSql.ADD
                .run(database, lines, R2dbcUsageCounters::values)
                .onErrorMap(DuplicateKeyException.class, taken -> new VersionConflict("usage", "of a report", 0))
                .then();
    }

    private static Map<String, Object> values(UsageLine line) {
        return Map.of(
                "client", line.clientId(),
                "day", line.day(),
                "operation", line.operation(),
                "status", line.status(),
                "calls", line.calls(),
                "in", line.bytesIn(),
                "out", line.bytesOut());
    }

    @Override
    public Flux<UsageLine> list(UsageFilter filter, Optional<UsagePosition> after, int limit) {
        Map<String, Object> asked = new LinkedHashMap<>();
        StringBuilder conditions = new StringBuilder();
        filter.clientId().ifPresent(client -> {
            asked.put("client", client);
            conditions.append(UsageSql.OF_CLIENT);
        });
        filter.operation().ifPresent(operation -> {
            asked.put("operation", operation);
            conditions.append(UsageSql.OF_OPERATION);
        });
        filter.status().ifPresent(status -> {
            asked.put("status", status);
            conditions.append(UsageSql.OF_STATUS);
        });
        after.ifPresent(last -> {
            asked.putAll(Map.of(
                    "afterClient", last.clientId(),
                    "afterDay", last.day(),
                    "afterOperation", last.operation(),
                    "afterStatus", last.status()));
            conditions.append(UsageSql.BEHIND);
        });
        return database.sql(UsageSql.LIST.formatted(conditions))
                .bind("limit", limit)
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bindValues(asked)
                .map(R2dbcUsageCounters::line)
                .all();
    }

    @Override
    public Mono<Void> tidy(Instant usageBefore, Instant reportsBefore) {
        LocalDate day = LocalDate.ofInstant(usageBefore, ZoneOffset.UTC);
        LocalDateTime ended = UtcDateTime.toColumn(usageBefore);
        LocalDateTime received = UtcDateTime.toColumn(reportsBefore);
        return Flux.just(
                        database.sql(UsageSql.TIDY_USAGE).bind("before", day),
                        database.sql(UsageSql.TIDY_LEASES).bind("before", received),
                        database.sql(UsageSql.TIDY_COUNTS).bind("before", ended),
                        database.sql(UsageSql.TIDY_REPORTS).bind("before", received))
                .concatMap(Deletion::inBatches)
                .then();
    }

    private static UsageLine line(Readable row) {
        return new UsageLine(
                row.get("client_id", String.class),
                row.get("used_on", LocalDate.class),
                row.get("operation", String.class),
                row.get("status", Integer.class),
                row.get("calls", Long.class),
                row.get("bytes_in", Long.class),
                row.get("bytes_out", Long.class));
    }
}
