package io.tollgate.workers.thirdparty.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.workers.thirdparty.Address;
import io.tollgate.workers.thirdparty.Parcel;
import java.util.List;
import java.util.Optional;

/** What is read of workers.book-shipment.v1. */
record BookShipmentMessage(
        String shipmentId, String orderId, String userId, List<Line> lines, ShippingAddress shippingAddress) {
    static final String TYPE = "workers.book-shipment.v1";

    BookShipmentMessage {
        requireNonNull(shipmentId, "shipmentId");
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
        requireNonNull(lines, "lines");
        requireNonNull(shippingAddress, "shippingAddress");
    }

    record Line(String productId, String name, int quantity) {}

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

    Parcel toParcel() {
        return new Parcel(
                shippingAddress.toAddress(),
                lines.stream()
                        .map(line -> new Parcel.Line(line.productId(), line.name(), line.quantity()))
                        .toList());
    }

    @Override
    public String toString() {
        return "BookShipmentMessage[" + shipmentId + "]";
    }
}
