package io.tollgate.products.stock.store;

import io.r2dbc.spi.Readable;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.Line;
import io.tollgate.products.stock.OrderId;
import io.tollgate.products.stock.Reservation;
import java.util.List;
import java.util.Optional;

/** A reservation joined with one of its lines, or with none. */
record ReservationRow(OrderId orderId, long version, Reservation.State state, Optional<Line> line) {
    static ReservationRow read(Readable row) {
        return new ReservationRow(
                new OrderId(row.get("order_id", String.class)),
                row.get("version", Long.class),
                Reservation.State.valueOf(row.get("state", String.class)),
                Optional.ofNullable(row.get("product_id", String.class))
                        .map(id -> new Line(new ProductId(id), row.get("quantity", Integer.class))));
    }

    static Reservation together(List<ReservationRow> rows) {
        ReservationRow first = rows.get(0);
        List<Line> lines = rows.stream()
                .map(ReservationRow::line)
                .flatMap(Optional::stream)
                .toList();
        return new Reservation(first.orderId, first.version, first.state, lines);
    }
}
