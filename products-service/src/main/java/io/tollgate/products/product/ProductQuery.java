package io.tollgate.products.product;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which products are asked for, and in which order.
 *
 * @param words each must begin a word of the product
 */
public record ProductQuery(Status status, Optional<String> category, List<String> words, PriceRange prices, Sort sort) {
    /** Prices are compared within one currency only. */
    public record PriceRange(Optional<Currency> currency, OptionalLong min, OptionalLong max) {
        public static final PriceRange ANY =
                new PriceRange(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** What a list may be sorted by. */
    public enum Key {
        NAME,
        PRICE,
        PUBLISHED_AT
    }

    /** A key and a direction; equal ones are sorted by their ids. */
    public record Sort(Key key, boolean descending) {}
}
