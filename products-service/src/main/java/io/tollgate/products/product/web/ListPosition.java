package io.tollgate.products.product.web;

import io.tollgate.http.Cursor;
import io.tollgate.products.product.Position;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.ProductQuery.Key;
import io.tollgate.products.product.ProductQuery.Sort;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A position of a list as the text of a cursor: the order it belongs to, the id, and what is sorted by. */
final class ListPosition {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-.{1,40}");

    private ListPosition() {}

    static String text(Product product, Sort sort) {
        Position position = Position.of(product, sort.key());
        return name(sort) + '|' + position.id() + '|' + position.key();
    }

    /** Refuses what this list has not given: a cursor of another order would lead anywhere. */
    static Position parse(String text, Sort sort) {
        String[] parts = text.split("\\|", 3);
        if (parts.length < 3
                || !parts[0].equals(name(sort))
                || !new ProductId(parts[1]).isValid()
                || !isKey(parts[2], sort.key())) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
        return new Position(parts[2], new ProductId(parts[1]));
    }

    private static boolean isKey(String key, Key sortedBy) {
        return switch (sortedBy) {
            case NAME -> Position.nameKey(key).equals(key);
            case PRICE -> AMOUNT.matcher(key).matches();
            case PUBLISHED_AT -> TIME.matcher(key).matches() && isTime(key);
        };
    }

    private static boolean isTime(String key) {
        try {
            return Instant.parse(key) != null;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    private static String name(Sort sort) {
        return (sort.descending() ? "-" : "") + sort.key();
    }
}
