package io.tollgate.users.address;

import java.util.Optional;

/**
 * What stands on a parcel.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Place(
        String name,
        String line1,
        Optional<String> line2,
        String city,
        String postalCode,
        Optional<String> region,
        String country) {
    @Override
    public String toString() {
        return "Place[not shown]";
    }
}
