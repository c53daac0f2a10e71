package io.tollgate.products.stock.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.Cause;
import io.tollgate.products.stock.Kind;
import io.tollgate.products.stock.Ledger;
import io.tollgate.products.stock.Move;
import io.tollgate.products.stock.Movement;
import io.tollgate.products.stock.MovementId;
import io.tollgate.products.stock.OrderId;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The movements in their table, which is only ever added to. */
@Repository
class R2dbcLedger implements Ledger {
    private static final String INSERT =
            """
            INSERT INTO stock_movement
                (id, product_id, kind, on_hand, reserved, order_id, actor, reason, moved_at, trace_id)
            VALUES (:id, :productId, :kind, :onHand, :reserved, :orderId, :actor, :reason, :movedAt, :traceId)
            """;
    private static final String LIST =
            """
            SELECT id, product_id, kind, on_hand, reserved, order_id, actor, reason, moved_at, trace_id
            FROM stock_movement WHERE product_id = :productId AND id < :before
            ORDER BY product_id, id DESC OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            """;
    private static final String AFTER_ALL = "mov_z";

    private final DatabaseClient database;

    R2dbcLedger(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Movement> write(Movement movement) {
        return Mono.deferContextual(context -> insert(new Movement(
                movement.id(), movement.move(), movement.cause(), movement.at(), CurrentTrace.id(context))));
    }

    private Mono<Movement> insert(Movement movement) {
        Move move = movement.move();
        Cause cause = movement.cause();
        GenericExecuteSpec bound = database.sql(INSERT)
                .bind("id", movement.id().value())
                .bind("productId", move.productId().value())
                .bind("kind", move.kind().name())
                .bind("onHand", move.onHand())
                .bind("reserved", move.reserved())
                .bind("movedAt", UtcDateTime.toColumn(movement.at()));
        bound = bind(bound, "orderId", cause.orderId().map(OrderId::value));
        bound = bind(bound, "actor", cause.actor());
        bound = bind(bound, "reason", cause.reason());
        return bind(bound, "traceId", movement.traceId()).then().thenReturn(movement);
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec bound, String name, Optional<String> value) {
        return value.map(text -> bound.bind(name, text)).orElseGet(() -> bound.bindNull(name, String.class));
    }

    @Override
    public Flux<Movement> list(ProductId productId, int limit, Optional<MovementId> before) {
        return database.sql(LIST)
                .bind("productId", productId.value())
                .bind("before", before.map(MovementId::value).orElse(AFTER_ALL))
                .bind("limit", limit)
                .map(R2dbcLedger::read)
                .all();
    }

    private static Movement read(Readable row) {
        Move move = new Move(
                new ProductId(row.get("product_id", String.class)),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("on_hand", Integer.class),
                row.get("reserved", Integer.class));
        Cause cause = new Cause(text(row, "order_id").map(OrderId::new), text(row, "actor"), text(row, "reason"));
        return new Movement(
                new MovementId(row.get("id", String.class)),
                move,
                cause,
                UtcDateTime.fromColumn(row.get("moved_at", LocalDateTime.class)),
                text(row, "trace_id"));
    }

    private static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }
}
