package io.tollgate.products.product;

import io.tollgate.values.Money;
import java.util.Optional;

/** What a seller says of a new product. */
public record PublishProductCommand(String sku, String name, Optional<String> description, Money price) {
    public PublishProductCommand {
        Money.positive(price);
    }
}
