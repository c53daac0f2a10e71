package io.tollgate.orders.order.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderQuery;
import io.tollgate.orders.order.Orders;
import io.tollgate.orders.order.UserErased;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The orders in their tables; lines never change. */
@Repository
class R2dbcOrders implements Orders {
    private final DatabaseClient database;

    R2dbcOrders(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Order order) {
        return insert(order)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(UserErased::new))
                // Another took the external id at the same moment: the next run sees it, and refuses
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(order))
                .then(Mono.defer(() -> LinesStatement.of(database, order).then()));
    }

    @Override
    public Mono<Void> update(Order order) {
        return bind(OrderSql.UPDATE, order)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(order)))
                .then();
    }

    @Override
    public Mono<Order> find(OrderId id) {
        return one(database.sql(OrderSql.FIND).bind("id", id.value()));
    }

    @Override
    public Mono<Order> findNamed(String clientId, String externalId) {
        return one(database.sql(OrderSql.FIND_NAMED)
                .bind("clientId", clientId)
                .bind("externalKey", ExternalKey.of(externalId)));
    }

    @Override
    public Flux<Order> list(OrderQuery query, int limit) {
        return OrderReader.rows(new ListStatement(query, limit).on(database))
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

    @Override
    public Flux<OrderId> openOf(String userId) {
        return database.sql(OrderSql.OPEN_OF_USER)
                .bind("userId", userId)
                .map(row -> new OrderId(row.get("id", String.class)))
                .all();
    }

    @Override
    public Mono<Long> forgetAddresses(String userId) {
        return database.sql(OrderSql.FORGET_ADDRESSES)
                .bind("userId", userId)
                .fetch()
                .rowsUpdated();
    }

    private static Mono<Order> one(GenericExecuteSpec query) {
        return OrderReader.rows(query)
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(OrderRow::together);
    }

    private GenericExecuteSpec insert(Order order) {
        GenericExecuteSpec insert = bind(OrderSql.INSERT, order)
                .bind("userId", order.buyer().userId())
                .bind("clientId", order.buyer().clientId())
                .bind("externalId", Columns.text(order.purchase().externalId()))
                .bind("externalKey", ExternalKey.of(order))
                .bind("total", order.total().amount())
                .bind("currency", order.total().currency().getCurrencyCode())
                .bind("placedAt", UtcDateTime.toColumn(order.placedAt()));
        return AddressColumns.bindTo(insert, order.purchase().shippingAddress());
    }

    private GenericExecuteSpec bind(String sql, Order order) {
        return StateColumns.bindTo(database.sql(sql), order.state())
                .bind("id", order.id().value())
                .bind("version", order.version())
                .bind("stockVersion", order.heard().stock())
                .bind("paymentVersion", order.heard().payment())
                .bind("shipmentVersion", order.heard().shipment())
                .bind("changedAt", UtcDateTime.toColumn(order.changedAt()));
    }

    private static VersionConflict conflict(Order order) {
        return new VersionConflict("order", order.id().value(), order.version() - 1);
    }
}
