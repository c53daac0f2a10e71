package io.tollgate.broken.identifiers.order;

import java.util.UUID;

public record Order(UUID id) {
    static Order fresh() {
        return new Order(UUID.randomUUID());
    }
}
