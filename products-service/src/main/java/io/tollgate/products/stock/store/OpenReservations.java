package io.tollgate.products.stock.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.Line;
import io.tollgate.products.stock.OpenReservation;
import io.tollgate.products.stock.OrderId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reservations that wait, as the tables keep them. */
@Component
class OpenReservations {
    private static final String COUNT =
            "SELECT COUNT(*) AS waiting FROM reservation WHERE state = 'RESERVED' AND made_at < :before";
    private static final String LIST =
            """
            SELECT r.order_id, r.made_at, l.product_id, l.quantity
            FROM (
                SELECT order_id, made_at FROM reservation
                WHERE state = 'RESERVED' AND made_at < :before
                    AND made_at >= :madeAt AND (made_at > :madeAt OR order_id > :orderId)
                ORDER BY state, made_at, order_id OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY) r
            JOIN reservation_line l ON l.order_id = r.order_id
            ORDER BY r.made_at, r.order_id, l.product_id
            """;
    private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

    private final DatabaseClient database;

    OpenReservations(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> count(Instant madeBefore) {
        return database.sql(COUNT)
                .bind("before", UtcDateTime.toColumn(madeBefore))
                .map(row -> row.get("waiting", Long.class))
                .one();
    }

    Flux<OpenReservation> list(Instant madeBefore, int limit, Optional<OpenReservation> after) {
        return database.sql(LIST)
                .bind("before", UtcDateTime.toColumn(madeBefore))
                .bind(
                        "madeAt",
                        UtcDateTime.toColumn(after.map(OpenReservation::madeAt).orElse(BEFORE_ALL)))
                .bind("orderId", after.map(last -> last.orderId().value()).orElse(""))
                .bind("limit", limit)
                .map(OpenReservations::read)
                .all()
                .bufferUntilChanged(OpenReservation::orderId)
                .map(OpenReservations::together);
    }

    private static OpenReservation read(Readable row) {
        Line line = new Line(new ProductId(row.get("product_id", String.class)), row.get("quantity", Integer.class));
        return new OpenReservation(
                new OrderId(row.get("order_id", String.class)),
                UtcDateTime.fromColumn(row.get("made_at", LocalDateTime.class)),
                List.of(line));
    }

    private static OpenReservation together(List<OpenReservation> lines) {
        OpenReservation first = lines.get(0);
        return new OpenReservation(
                first.orderId(),
                first.madeAt(),
                lines.stream().flatMap(one -> one.lines().stream()).toList());
    }
}
