package io.tollgate.workers.fulfillment.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.workers.fulfillment.Fulfillment;
import io.tollgate.workers.fulfillment.Fulfillments;
import io.tollgate.workers.fulfillment.OrderId;
import io.tollgate.workers.fulfillment.ShipmentId;
import io.tollgate.workers.fulfillment.UserId;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What was decided, in its table: the order is the key, so that it is decided once. */
@Repository
class R2dbcFulfillments implements Fulfillments {
    private static final String FIND =
            "SELECT order_id, user_id, shipment_id, canceled FROM fulfillment WHERE order_id = :orderId";
    private static final String INSERT =
            """
            INSERT INTO fulfillment (order_id, user_id, shipment_id, canceled, decided_at, changed_at)
            VALUES (:orderId, :userId, :shipmentId, :canceled, :now, :now)
            """;
    private static final String CANCEL =
            "UPDATE fulfillment SET canceled = 1, changed_at = :now WHERE order_id = :orderId AND canceled = 0";

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcFulfillments(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Fulfillment> find(OrderId orderId) {
        return database.sql(FIND)
                .bind("orderId", orderId.value())
                .map(R2dbcFulfillments::read)
                .one();
    }

    @Override
    public Mono<Void> add(Fulfillment fulfillment) {
        String shipment = fulfillment.shipmentId().map(ShipmentId::value).orElse(null);
        return database.sql(INSERT)
                .bind("orderId", fulfillment.orderId().value())
                .bind("userId", fulfillment.userId().value())
                .bind("shipmentId", Parameter.fromOrEmpty(shipment, String.class))
                .bind("canceled", fulfillment.canceled())
                .bind("now", now())
                .then()
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(fulfillment.orderId()));
    }

    @Override
    public Mono<Void> cancel(OrderId orderId) {
        return database.sql(CANCEL)
                .bind("orderId", orderId.value())
                .bind("now", now())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(orderId)))
                .then();
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }

    private static Fulfillment read(Readable row) {
        return new Fulfillment(
                new OrderId(row.get("order_id", String.class)),
                new UserId(row.get("user_id", String.class)),
                Optional.ofNullable(row.get("shipment_id", String.class)).map(ShipmentId::new),
                row.get("canceled", Boolean.class));
    }

    private static VersionConflict conflict(OrderId orderId) {
        return new VersionConflict("fulfillment", orderId.value(), 0);
    }
}
