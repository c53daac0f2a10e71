package io.tollgate.products.product;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** Something that can be ordered, at a price. */
public record Product(
        ProductId id,
        long version,
        String sku,
        String name,
        Optional<String> description,
        Money price,
        Instant publishedAt) {
    private static final long FIRST = 1;

    static Product publish(ProductId id, PublishProductCommand command, Instant now) {
        return new Product(id, FIRST, command.sku(), command.name(), command.description(), command.price(), now);
    }
}
