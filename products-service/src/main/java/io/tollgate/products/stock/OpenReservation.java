package io.tollgate.products.stock;

import java.time.Instant;
import java.util.List;

/** What is set aside for an order that has not been decided. */
public record OpenReservation(OrderId orderId, Instant madeAt, List<Line> lines) {
    public OpenReservation {
        lines = List.copyOf(lines);
    }
}
