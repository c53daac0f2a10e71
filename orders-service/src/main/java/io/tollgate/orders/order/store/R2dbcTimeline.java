package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.AfterCommit;
import io.tollgate.database.UtcDateTime;
import io.tollgate.orders.order.Nudges;
import io.tollgate.orders.order.Occasion;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.orders.order.Timeline;
import io.tollgate.orders.order.TimelineEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The timelines in their table, each entry with the trace in which it was written. */
@Repository
class R2dbcTimeline implements Timeline {
    private static final int LONGEST_DETAIL = 400;
    private static final String INSERT =
            """
            INSERT INTO order_timeline (order_id, entry_no, status, transition, happened_at, actor, cause, trace_id,
                detail)
            VALUES (:id, :number, :status, :transition, :at, :actor, :cause, :traceId, :detail)
            """;
    private static final String FIND =
            """
            SELECT entry_no, status, transition, happened_at, actor, cause, trace_id, detail
            FROM order_timeline WHERE order_id = :id AND entry_no > :since ORDER BY entry_no
            """;

    private final DatabaseClient database;
    private final Nudges nudges;

    R2dbcTimeline(DatabaseClient database, Nudges nudges) {
        this.database = database;
        this.nudges = nudges;
    }

    @Override
    public Mono<Void> add(OrderId id, long version, List<TimelineEntry> entries) {
        return Mono.deferContextual(context -> Flux.fromIterable(entries)
                .index()
                .concatMap(entry -> insert(
                        id,
                        TimelineEntry.number(version, entry.getT1().intValue()),
                        entry.getT2(),
                        CurrentTrace.id(context)))
                .then(AfterCommit.run(() -> nudges.nudge(id))));
    }

    @Override
    public Flux<TimelineEntry> since(OrderId id, long number) {
        return database.sql(FIND)
                .bind("id", id.value())
                .bind("since", number)
                .map(R2dbcTimeline::read)
                .all();
    }

    private Mono<Void> insert(OrderId id, long number, TimelineEntry entry, Optional<String> traceId) {
        return database.sql(INSERT)
                .bind("id", id.value())
                .bind("number", number)
                .bind("status", entry.status().name())
                .bind("transition", entry.transition())
                .bind("at", UtcDateTime.toColumn(entry.at()))
                .bind("actor", entry.occasion().actor())
                .bind("cause", entry.occasion().cause())
                .bind("traceId", Columns.text(traceId))
                .bind("detail", Columns.text(entry.detail().map(R2dbcTimeline::cut)))
                .then();
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }

    private static TimelineEntry read(Readable row) {
        return new TimelineEntry(
                row.get("entry_no", Long.class),
                OrderStatus.valueOf(row.get("status", String.class)),
                row.get("transition", String.class),
                new Occasion(
                        Columns.instant(row, "happened_at"),
                        row.get("actor", String.class),
                        row.get("cause", String.class)),
                Columns.text(row, "trace_id"),
                Columns.text(row, "detail"));
    }
}
