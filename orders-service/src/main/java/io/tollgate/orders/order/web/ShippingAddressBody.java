package io.tollgate.orders.order.web;

import io.tollgate.http.Country;
import io.tollgate.http.Words;
import io.tollgate.orders.order.ShippingAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Where an order goes, as it is written in requests and answers alike. */
record ShippingAddressBody(
        @NotNull @Size(max = 200) @Words String name,
        @NotNull @Size(max = 200) @Words String line1,
        @Size(max = 200) @Words String line2,
        @NotNull @Size(max = 100) @Words String city,
        @NotNull @Size(max = 20) @Words String postalCode,
        @Size(max = 100) @Words String region,
        @NotNull @Country String country) {

    static ShippingAddressBody of(ShippingAddress address) {
        return new ShippingAddressBody(
                address.name(),
                address.line1(),
                address.line2().orElse(null),
                address.city(),
                address.postalCode(),
                address.region().orElse(null),
                address.country());
    }

    ShippingAddress toAddress() {
        return new ShippingAddress(
                name, line1, Optional.ofNullable(line2), city, postalCode, Optional.ofNullable(region), country);
    }
}
