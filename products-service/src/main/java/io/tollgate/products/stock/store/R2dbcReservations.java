package io.tollgate.products.stock.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.products.stock.Line;
import io.tollgate.products.stock.OpenReservation;
import io.tollgate.products.stock.OrderId;
import io.tollgate.products.stock.Reservation;
import io.tollgate.products.stock.Reservations;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reservations in their tables; the lines never change. */
@Repository
class R2dbcReservations implements Reservations {
    private static final String FIND =
            """
            SELECT r.order_id, r.version, r.state, l.product_id, l.quantity
            FROM reservation r LEFT JOIN reservation_line l ON l.order_id = r.order_id
            WHERE r.order_id = :orderId
            ORDER BY l.product_id
            """;
    private static final String INSERT =
            """
            INSERT INTO reservation (order_id, version, state, made_at, changed_at)
            VALUES (:orderId, :version, :state, :now, :now)
            """;
    private static final String INSERT_LINE =
            "INSERT INTO reservation_line (order_id, product_id, quantity) VALUES (:orderId, :productId, :quantity)";
    private static final String UPDATE =
            """
            UPDATE reservation SET version = :version, state = :state, changed_at = :now
            WHERE order_id = :orderId AND version = :version - 1
            """;

    private final DatabaseClient database;
    private final OpenReservations openOnes;
    private final Clock clock;

    R2dbcReservations(DatabaseClient database, OpenReservations openOnes, Clock clock) {
        this.database = database;
        this.openOnes = openOnes;
        this.clock = clock;
    }

    @Override
    public Mono<Reservation> find(OrderId orderId) {
        return database.sql(FIND)
                .bind("orderId", orderId.value())
                .map(ReservationRow::read)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(ReservationRow::together);
    }

    @Override
    public Mono<Void> keep(Reservation reservation) {
        return reservation.version() == 1 ? add(reservation) : update(reservation);
    }

    @Override
    public Mono<Long> countOpen(Instant madeBefore) {
        return openOnes.count(madeBefore);
    }

    @Override
    public Flux<OpenReservation> open(Instant madeBefore, int limit, Optional<OpenReservation> after) {
        return openOnes.list(madeBefore, limit, after);
    }

    private Mono<Void> add(Reservation reservation) {
        return bind(INSERT, reservation)
                .then()
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(reservation))
                .thenMany(Flux.fromIterable(reservation.lines()))
                .concatMap(line -> add(reservation.orderId(), line))
                .then();
    }

    private Mono<Void> add(OrderId orderId, Line line) {
        return database.sql(INSERT_LINE)
                .bind("orderId", orderId.value())
                .bind("productId", line.productId().value())
                .bind("quantity", line.quantity())
                .then();
    }

    private Mono<Void> update(Reservation reservation) {
        return bind(UPDATE, reservation)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(reservation)))
                .then();
    }

    private GenericExecuteSpec bind(String sql, Reservation reservation) {
        return database.sql(sql)
                .bind("orderId", reservation.orderId().value())
                .bind("version", reservation.version())
                .bind("state", reservation.state().name())
                .bind("now", UtcDateTime.toColumn(clock.instant()));
    }

    private static VersionConflict conflict(Reservation reservation) {
        return new VersionConflict("reservation", reservation.orderId().value(), reservation.version() - 1);
    }
}
