package io.tollgate.database;

import java.util.List;

/**
 * The schema of one owner (a service, or a library that brings tables of its own), with a history of its own.
 *
 * @param name what the history table is called after: {@code schema_history_<name>}
 * @param locations where the scripts are; {@code {vendor}} stands for {@code h2} or {@code sqlserver}
 */
public record Migrations(String name, List<String> locations) {
    public Migrations {
        locations = List.copyOf(locations);
    }

    List<String> locations(Vendor vendor) {
        return locations.stream()
                .map(location -> location.replace("{vendor}", vendor.folder()))
                .toList();
    }
}
