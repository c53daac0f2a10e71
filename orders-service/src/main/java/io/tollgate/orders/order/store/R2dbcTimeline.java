package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.orders.order.Occasion;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.Timeline;
import io.tollgate.orders.order.TimelineEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The timelines in their table, each entry with the trace in which it was written. */
@Repository
class R2dbcTimeline implements Timeline {
    private static final int LONGEST_DETAIL = 400;
    private static final String INSERT =
            """
            INSERT INTO order_timeline (order_id, status, transition, happened_at, actor, cause, trace_id, detail)
            VALUES (:id, :status, :transition, :at, :actor, :cause, :traceId, :detail)
            """;
    private static final String FIND =
            """
            SELECT status, transition, happened_at, actor, cause, trace_id, detail
            FROM order_timeline WHERE order_id = :id ORDER BY entry_no
            """;

    private final DatabaseClient database;

    R2dbcTimeline(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(OrderId id, List<TimelineEntry> entries) {
        return Mono.deferContextual(context -> add(id, entries, CurrentTrace.id(context)));
    }

    @Override
    public Flux<TimelineEntry> of(OrderId id) {
        return database.sql(FIND)
                .bind("id", id.value())
                .map(R2dbcTimeline::read)
                .all();
    }

    private Mono<Void> add(OrderId id, List<TimelineEntry> entries, Optional<String> traceId) {
        return Flux.fromIterable(entries)
                .concatMap(entry -> insert(id, entry, traceId))
                .then();
    }

    private Mono<Void> insert(OrderId id, TimelineEntry entry, Optional<String> traceId) {
        GenericExecuteSpec insert = database.sql(INSERT)
                .bind("id", id.value())
                .bind("status", entry.status().name())
                .bind("transition", entry.transition())
                .bind("at", UtcDateTime.toColumn(entry.at()))
                .bind("actor", entry.occasion().actor())
                .bind("cause", entry.occasion().cause());
        return bind(bind(insert, "traceId", traceId), "detail", entry.detail().map(R2dbcTimeline::cut))
                .then();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, Optional<String> value) {
        return value.map(text -> statement.bind(name, text)).orElseGet(() -> statement.bindNull(name, String.class));
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }

    private static TimelineEntry read(Readable row) {
        return new TimelineEntry(
                OrderStatus.valueOf(row.get("status", String.class)),
                row.get("transition", String.class),
                new Occasion(
                        OrderRow.instant(row, "happened_at"),
                        row.get("actor", String.class),
                        row.get("cause", String.class)),
                Optional.ofNullable(row.get("trace_id", String.class)),
                Optional.ofNullable(row.get("detail", String.class)));
    }
}
