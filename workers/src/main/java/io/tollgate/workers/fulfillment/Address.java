package io.tollgate.workers.fulfillment;

import java.util.Optional;

/** Where to; personal data: passed on, not kept here, never logged. */
public record Address(
        String name,
        String line1,
        Optional<String> line2,
        String city,
        String postalCode,
        Optional<String> region,
        String country) {
    @Override
    public String toString() {
        return "Address[not shown]";
    }
}
