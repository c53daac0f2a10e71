package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.OrderPlaced;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;

/** orders.order-placed.v1 as it goes over the bus. */
record OrderPlacedMessage(
        String orderId,
        long version,
        String userId,
        String clientId,
        List<Line> lines,
        Money total,
        String paymentToken,
        Instant placedAt) {
    static final String TYPE = "orders.order-placed.v1";

    record Line(String productId, int quantity, Money unitPrice) {
        static Line of(OrderLine line) {
            return new Line(line.productId().value(), line.quantity(), line.unitPrice());
        }
    }

    static OrderPlacedMessage of(OrderPlaced placed) {
        Order order = placed.order();
        return new OrderPlacedMessage(
                order.id().value(),
                order.version(),
                order.buyer().userId(),
                order.buyer().clientId(),
                order.lines().stream().map(Line::of).toList(),
                order.total(),
                placed.paymentToken().value(),
                order.placedAt());
    }
}
