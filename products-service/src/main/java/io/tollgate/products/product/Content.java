package io.tollgate.products.product;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a seller says of a product. */
public record Content(
        String sku,
        String name,
        Optional<String> description,
        List<String> categories,
        Prices prices,
        List<Image> images) {
    public Content {
        categories = List.copyOf(new TreeSet<>(categories));
        images = List.copyOf(images);
    }

    public Content withPrices(Prices others) {
        return new Content(sku, name, description, categories, others, images);
    }

    /** The same in everything but the prices. */
    boolean saysAs(Content other) {
        return withPrices(other.prices).equals(other);
    }
}
