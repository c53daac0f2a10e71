package io.tollgate.users.address.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tollgate.users.address.Address;
import io.tollgate.users.address.Place;
import java.util.List;
import java.util.Optional;

/** An address as its user sees it. */
record AddressResponse(
        String id,
        String name,
        String line1,
        Optional<String> line2,
        String city,
        String postalCode,
        Optional<String> region,
        String country,
        @JsonProperty("default") boolean isDefault) {
    record All(List<AddressResponse> items) {}

    static AddressResponse of(Address address) {
        Place place = address.place();
        return new AddressResponse(
                address.id(),
                place.name(),
                place.line1(),
                place.line2(),
                place.city(),
                place.postalCode(),
                place.region(),
                place.country(),
                address.isDefault());
    }

    @Override
    public String toString() {
        return "AddressResponse[" + id + "]";
    }
}
