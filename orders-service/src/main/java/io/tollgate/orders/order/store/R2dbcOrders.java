package io.tollgate.orders.order.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.Orders;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The orders in their tables; lines never change. */
@Repository
class R2dbcOrders implements Orders {
    /** Behind every identifier, in every collation. */
    private static final String BEHIND_ALL = "ord_" + "z".repeat(26);

    private final DatabaseClient database;

    R2dbcOrders(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Order order) {
        return bind(OrderSql.INSERT, order)
                .bind("userId", order.buyer().userId())
                .bind("clientId", order.buyer().clientId())
                .bind("total", order.total().amount())
                .bind("currency", order.total().currency().getCurrencyCode())
                .bind("placedAt", UtcDateTime.toColumn(order.placedAt()))
                .then()
                .thenMany(Flux.fromIterable(order.lines()).index())
                .concatMap(line -> addLine(order.id(), line.getT1(), line.getT2()))
                .then();
    }

    @Override
    public Mono<Void> update(Order order) {
        return bind(OrderSql.UPDATE, order)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(
                        Mono.error(() -> new VersionConflict("order", order.id().value(), order.version() - 1)))
                .then();
    }

    @Override
    public Mono<Order> find(OrderId id) {
        return database.sql(OrderSql.FIND)
                .bind("id", id.value())
                .map(OrderRow::read)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(OrderRow::together);
    }

    @Override
    public Flux<Order> list(Buyer buyer, int limit, Optional<OrderId> after) {
        return database.sql(OrderSql.LIST)
                .bind("userId", buyer.userId())
                .bind("clientId", buyer.clientId())
                .bind("before", after.map(OrderId::value).orElse(BEHIND_ALL))
                .bind("limit", limit)
                .map(OrderRow::read)
                .all()
                .bufferUntilChanged(OrderRow::id)
                .map(OrderRow::together);
    }

    @Override
    public Flux<OrderId> overdue(Instant now, int limit) {
        return database.sql(OrderSql.OVERDUE)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("limit", limit)
                .map(row -> new OrderId(row.get("id", String.class)))
                .all();
    }

    private Mono<Void> addLine(OrderId id, long lineNo, OrderLine line) {
        return database.sql(OrderSql.INSERT_LINE)
                .bind("id", id.value())
                .bind("lineNo", (int) lineNo)
                .bind("productId", line.productId().value())
                .bind("name", line.name())
                .bind("quantity", line.quantity())
                .bind("unitPrice", line.unitPrice().amount())
                .then();
    }

    private GenericExecuteSpec bind(String sql, Order order) {
        return StateColumns.of(order.state())
                .bindTo(database.sql(sql))
                .bind("id", order.id().value())
                .bind("version", order.version())
                .bind("stockVersion", order.heard().stock())
                .bind("paymentVersion", order.heard().payment())
                .bind("changedAt", UtcDateTime.toColumn(order.changedAt()));
    }
}
