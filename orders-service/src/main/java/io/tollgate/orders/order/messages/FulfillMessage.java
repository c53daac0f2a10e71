package io.tollgate.orders.order.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.orders.order.FulfillOrder;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.ShippingAddress;
import java.time.Instant;
import java.util.List;

/** orders.fulfill.v1 as it goes over the bus, the one message of orders that names a person. */
record FulfillMessage(
        String orderId,
        long version,
        String userId,
        String clientId,
        List<Line> lines,
        Address shippingAddress,
        Instant requestedAt) {
    static final String TYPE = "orders.fulfill.v1";
    static final String QUEUE = "orders-queue";
    private static final int BUCKETS = 16;

    record Line(String productId, String name, int quantity) {
        static Line of(OrderLine line) {
            return new Line(line.productId().value(), line.name(), line.quantity());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Address(
            String name, String line1, String line2, String city, String postalCode, String region, String country) {
        static Address of(ShippingAddress address) {
            return new Address(
                    address.name(),
                    address.line1(),
                    address.line2().orElse(null),
                    address.city(),
                    address.postalCode(),
                    address.region().orElse(null),
                    address.country());
        }
    }

    static FulfillMessage of(FulfillOrder command) {
        Order order = command.order();
        return new FulfillMessage(
                order.id().value(),
                order.version(),
                order.buyer().userId(),
                order.buyer().clientId(),
                order.lines().stream().map(Line::of).toList(),
                Address.of(command.shippingAddress()),
                order.changedAt());
    }

    /** What happens to one order is handled in turn, and orders of sixteen buckets side by side. */
    static String session(OrderId id) {
        return "bucket-%02d".formatted(Math.floorMod(id.value().hashCode(), BUCKETS));
    }
}
