package io.tollgate.workers.fulfillment.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.workers.fulfillment.Address;
import io.tollgate.workers.fulfillment.Consignment;
import io.tollgate.workers.fulfillment.OrderId;
import io.tollgate.workers.fulfillment.UserId;
import java.util.List;
import java.util.Optional;

/** What is read of orders.fulfill.v1. */
record FulfillMessage(String orderId, String userId, List<Line> lines, ShippingAddress shippingAddress) {
    static final String TYPE = "orders.fulfill.v1";

    FulfillMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
        requireNonNull(lines, "lines");
        requireNonNull(shippingAddress, "shippingAddress");
    }

    record Line(String productId, String name, int quantity) {
        Consignment.Line toLine() {
            return new Consignment.Line(productId, name, quantity);
        }
    }

    record ShippingAddress(
            String name,
            String line1,
            Optional<String> line2,
            String city,
            String postalCode,
            Optional<String> region,
            String country) {
        ShippingAddress {
            requireNonNull(name, "name");
            requireNonNull(line1, "line1");
            requireNonNull(city, "city");
            requireNonNull(postalCode, "postalCode");
            requireNonNull(country, "country");
        }

        Address toAddress() {
            return new Address(name, line1, line2, city, postalCode, region, country);
        }
    }

    Consignment toConsignment() {
        return new Consignment(
                new OrderId(orderId),
                new UserId(userId),
                lines.stream().map(Line::toLine).toList(),
                shippingAddress.toAddress());
    }

    @Override
    public String toString() {
        return "FulfillMessage[" + orderId + "]";
    }
}
