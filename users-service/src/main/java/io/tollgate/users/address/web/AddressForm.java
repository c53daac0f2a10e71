package io.tollgate.users.address.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tollgate.http.Country;
import io.tollgate.http.Words;
import io.tollgate.users.address.Address;
import io.tollgate.users.address.Place;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** An address as it is sent and changed. */
record AddressForm(
        @NotNull @Words @Size(max = 200) String name,
        @NotNull @Words @Size(max = 200) String line1,
        @Words @Size(min = 1, max = 200) String line2,
        @NotNull @Words @Size(max = 100) String city,
        @NotNull @Words @Size(max = 20) String postalCode,
        @Words @Size(min = 1, max = 100) String region,
        @NotNull @Country String country,
        @JsonProperty("default") Boolean isDefault) {
    static AddressForm of(Address address) {
        Place place = address.place();
        return new AddressForm(
                place.name(),
                place.line1(),
                place.line2().orElse(null),
                place.city(),
                place.postalCode(),
                place.region().orElse(null),
                place.country(),
                address.isDefault());
    }

    Place toPlace() {
        return new Place(
                name, line1, Optional.ofNullable(line2), city, postalCode, Optional.ofNullable(region), country);
    }

    boolean wantsDefault() {
        return Boolean.TRUE.equals(isDefault);
    }

    @Override
    public String toString() {
        return "AddressForm[not shown]";
    }
}
