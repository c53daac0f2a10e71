package io.tollgate.orders.order;

import java.util.Optional;

/** Where a parcel goes; told to who ships it and shown to who may see the order, and written nowhere else. */
public record ShippingAddress(
        String name,
        String line1,
        Optional<String> line2,
        String city,
        String postalCode,
        Optional<String> region,
        String country) {
    @Override
    public String toString() {
        return "ShippingAddress[…]";
    }
}
