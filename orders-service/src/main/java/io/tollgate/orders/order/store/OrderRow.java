package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.Heard;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.OrderState;
import io.tollgate.values.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** An order joined with one of its lines. */
record OrderRow(Order order, OrderLine line) {
    static OrderRow read(Readable row) {
        String currency = row.get("currency", String.class);
        return new OrderRow(order(row, currency), line(row, currency));
    }

    OrderId id() {
        return order.id();
    }

    static Order together(List<OrderRow> rows) {
        Order first = rows.get(0).order;
        return new Order(
                first.id(),
                first.version(),
                first.buyer(),
                rows.stream().map(OrderRow::line).toList(),
                first.total(),
                first.state(),
                first.heard(),
                first.placedAt(),
                first.changedAt());
    }

    static Instant instant(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }

    private static Order order(Readable row, String currency) {
        return new Order(
                new OrderId(row.get("id", String.class)),
                row.get("version", Long.class),
                new Buyer(row.get("user_id", String.class), row.get("client_id", String.class)),
                List.of(),
                Money.of(row.get("total_amount", Long.class), currency),
                state(row),
                new Heard(row.get("stock_version", Long.class), row.get("payment_version", Long.class)),
                instant(row, "placed_at"),
                instant(row, "changed_at"));
    }

    private static OrderState state(Readable row) {
        return StateColumns.read(row).toState();
    }

    private static OrderLine line(Readable row, String currency) {
        return new OrderLine(
                new ProductId(row.get("product_id", String.class)),
                row.get("name", String.class),
                row.get("quantity", Integer.class),
                Money.of(row.get("unit_price", Long.class), currency));
    }
}
