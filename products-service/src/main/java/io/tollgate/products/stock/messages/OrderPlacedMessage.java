package io.tollgate.products.stock.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.stock.Line;
import java.util.List;

/** What products reads of orders.order-placed.v1; what it refuses here is dead-lettered as malformed. */
record OrderPlacedMessage(String orderId, List<LineMessage> lines) {
    static final String TYPE = "orders.order-placed.v1";

    OrderPlacedMessage {
        requireNonNull(orderId, "orderId");
        lines = List.copyOf(lines);
    }

    record LineMessage(String productId, int quantity) {
        LineMessage {
            requireNonNull(productId, "productId");
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity");
            }
        }

        Line toLine() {
            return new Line(new ProductId(productId), quantity);
        }
    }

    List<Line> toLines() {
        return lines.stream().map(LineMessage::toLine).toList();
    }
}
