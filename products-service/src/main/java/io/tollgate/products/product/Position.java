package io.tollgate.products.product;

import io.tollgate.products.product.ProductQuery.Key;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/** Where a page ended: what its last product is sorted by, as a text, and its id. */
public record Position(String key, ProductId id) {
    private static final int LONGEST_NAME = 80;

    public static Position of(Product product, Key key) {
        return new Position(keyOf(product, key), product.id());
    }

    private static String keyOf(Product product, Key key) {
        return switch (key) {
            case NAME -> nameKey(product.content().name());
            case PRICE -> String.valueOf(product.amount());
            case PUBLISHED_AT -> listedAt(product).toString();
        };
    }

    /** What a list by name is sorted by: the beginning, without differences of case and of how letters are written. */
    public static String nameKey(String name) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        return cut(key).stripTrailing();
    }

    /** Not within a character, half of which no cursor can carry. */
    private static String cut(String key) {
        if (key.length() <= LONGEST_NAME) {
            return key;
        }
        boolean within = Character.isHighSurrogate(key.charAt(LONGEST_NAME - 1));
        return key.substring(0, within ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    public static Instant listedAt(Product product) {
        return product.times().published().orElse(product.times().created());
    }
}
