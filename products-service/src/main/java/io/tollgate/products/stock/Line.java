package io.tollgate.products.stock;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;

import io.tollgate.products.product.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** So many pieces of a product. */
public record Line(ProductId productId, int quantity) {
    public Line {
        if (quantity < 1) {
            throw new IllegalArgumentException("a line has at least one piece");
        }
    }

    /** Each product once, in the order of their ids: the order in which every transaction touches their rows. */
    static List<Line> merged(Collection<Line> lines) {
        return lines.stream()
                .collect(collectingAndThen(toMap(Line::productId, Line::quantity, Line::sum, TreeMap::new), Line::of));
    }

    /** More than anybody has is as much as the most. */
    private static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }

    private static List<Line> of(Map<ProductId, Integer> quantities) {
        return quantities.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }
}
