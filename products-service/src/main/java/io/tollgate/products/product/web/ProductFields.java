package io.tollgate.products.product.web;

import io.tollgate.http.Cursor;
import io.tollgate.products.product.Content;
import io.tollgate.products.product.Price;
import io.tollgate.products.product.Product;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A product as callers see it: all of it, or the fields that they named. */
record ProductFields(Set<String> names) {
    private static final Map<String, Function<Product, Optional<?>>> ALL = all();

    /** From the query parameter as it came; all of them when it did not. */
    static ProductFields parse(String fields) {
        if (fields == null) {
            return new ProductFields(ALL.keySet());
        }
        Set<String> names = new LinkedHashSet<>(List.of(fields.split(",", -1)));
        if (!ALL.keySet().containsAll(names)) {
            throw Cursor.invalid("fields", "must be some of " + String.join(",", ALL.keySet()));
        }
        return new ProductFields(names);
    }

    static Map<String, Object> everything(Product product) {
        return new ProductFields(ALL.keySet()).of(product);
    }

    Map<String, Object> of(Product product) {
        Map<String, Object> seen = new LinkedHashMap<>();
        ALL.forEach((name, read) -> {
            if (names.contains(name)) {
                read.apply(product).ifPresent(value -> seen.put(name, value));
            }
        });
        return seen;
    }

    private static Map<String, Function<Product, Optional<?>>> all() {
        Map<String, Function<Product, Optional<?>>> all = new LinkedHashMap<>();
        all.put("id", product -> Optional.of(product.id().value()));
        all.put("status", product -> Optional.of(product.status().name().toLowerCase(Locale.ROOT)));
        content(all, "sku", content -> Optional.of(content.sku()));
        content(all, "name", content -> Optional.of(content.name()));
        content(all, "description", Content::description);
        content(all, "categories", content -> Optional.of(content.categories()));
        all.put("price", product -> product.price().map(Price::money));
        content(all, "prices", content -> Optional.of(prices(content)));
        content(all, "images", content -> Optional.of(content.images()));
        all.put("createdAt", product -> Optional.of(product.times().created()));
        all.put("updatedAt", product -> Optional.of(product.times().updated()));
        all.put("publishedAt", product -> product.times().published());
        all.put("retiredAt", product -> product.times().retired());
        return all;
    }

    private static List<PriceRequest> prices(Content content) {
        return content.prices().all().stream().map(PriceRequest::of).toList();
    }

    private static void content(
            Map<String, Function<Product, Optional<?>>> all, String name, Function<Content, Optional<?>> read) {
        all.put(name, product -> read.apply(product.content()));
    }
}
