package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.Buyer;
import io.tollgate.orders.order.Heard;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.Purchase;
import io.tollgate.values.Money;
import java.util.Currency;
import java.util.List;

/** An order joined with one of its lines. */
record OrderRow(Order order, OrderLine line) {

    /** @param before what was read last: an order is in as many rows as it has lines, and read in the first */
    static OrderRow read(Readable row, OrderRow before) {
        String id = row.get("id", String.class);
        Order order = before != null && before.id().value().equals(id) ? before.order : order(row, id);
        return new OrderRow(order, line(row, order.total().currency()));
    }

    OrderId id() {
        return order.id();
    }

    static Order together(List<OrderRow> rows) {
        Order first = rows.get(0).order;
        Purchase purchase = new Purchase(
                rows.stream().map(OrderRow::line).toList(),
                first.total(),
                first.purchase().shippingAddress(),
                first.purchase().externalId());
        return new Order(
                first.id(),
                first.version(),
                first.buyer(),
                purchase,
                first.state(),
                first.heard(),
                first.placedAt(),
                first.changedAt());
    }

    private static Order order(Readable row, String id) {
        return new Order(
                new OrderId(id),
                row.get("version", Long.class),
                new Buyer(row.get("user_id", String.class), row.get("client_id", String.class)),
                purchase(row),
                StateColumns.read(row),
                heard(row),
                Columns.instant(row, "placed_at"),
                Columns.instant(row, "changed_at"));
    }

    private static Purchase purchase(Readable row) {
        return new Purchase(
                List.of(),
                Money.of(row.get("total_amount", Long.class), row.get("currency", String.class)),
                AddressColumns.read(row),
                Columns.text(row, "external_id"));
    }

    private static Heard heard(Readable row) {
        return new Heard(
                row.get("stock_version", Long.class),
                row.get("payment_version", Long.class),
                row.get("shipment_version", Long.class));
    }

    private static OrderLine line(Readable row, Currency currency) {
        return new OrderLine(
                new ProductId(row.get("product_id", String.class)),
                row.get("name", String.class),
                row.get("quantity", Integer.class),
                new Money(row.get("unit_price", Long.class), currency));
    }
}
