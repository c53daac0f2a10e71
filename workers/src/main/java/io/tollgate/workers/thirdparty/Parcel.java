package io.tollgate.workers.thirdparty;

import java.util.List;

/** What the carrier is to fetch, and where it goes. */
public record Parcel(Address address, List<Line> lines) {
    public Parcel {
        lines = List.copyOf(lines);
    }

    /** One product of the parcel. */
    public record Line(String productId, String name, int quantity) {}
}
