package io.tollgate.workers.fulfillment;

import java.util.List;

/** What is to be sent for an order, and where. */
public record Consignment(OrderId orderId, UserId userId, List<Line> lines, Address address) {
    public Consignment {
        lines = List.copyOf(lines);
    }

    /** One product. */
    public record Line(String productId, String name, int quantity) {}
}
