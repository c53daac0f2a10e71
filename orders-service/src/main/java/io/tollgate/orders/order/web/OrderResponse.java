package io.tollgate.orders.order.web;

import io.tollgate.orders.order.CancelReason;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order as its buyer sees it. */
record OrderResponse(
        String id,
        OrderStatus status,
        Optional<String> reason,
        List<Line> lines,
        Money total,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    record Line(String productId, String name, int quantity, Money unitPrice) {
        static Line of(OrderLine line) {
            return new Line(line.productId().value(), line.name(), line.quantity(), line.unitPrice());
        }
    }

    static OrderResponse of(Order order) {
        return new OrderResponse(
                order.id().value(),
                order.status(),
                order.state().reason().map(CancelReason::wireName),
                order.lines().stream().map(Line::of).toList(),
                order.total(),
                order.placedAt(),
                order.changedAt(),
                order.version());
    }
}
