package io.tollgate.products.product.store;

import java.util.Map;
import java.util.Optional;

/**
 * A condition that may leave few products.
 *
 * @param selection what it leaves, as {@code <column> FROM <table> WHERE <condition>}
 * @param correlation how that names the product, where it is not one of the list's own conditions
 * @param parameters what stands in the condition
 */
record Narrowing(String selection, Optional<String> correlation, Map<String, Object> parameters) {
    static Narrowing term(int number, String from, String to) {
        String name = "t" + number;
        return new Narrowing(
                "%1$s.product_id FROM product_term %1$s WHERE %1$s.term >= :%1$sfrom AND %1$s.term < :%1$sto"
                        .formatted(name),
                Optional.of(name + ".product_id = p.id"),
                Map.of(name + "from", from, name + "to", to));
    }

    /** Read off first, and then the products that it leaves. */
    String asSource() {
        return "p.id IN (SELECT " + selection + ")";
    }

    /** Asked of each product that comes along. */
    Optional<String> asFilter() {
        return correlation.map(same -> "EXISTS (SELECT " + selection + " AND " + same + ")");
    }

    /** How many it leaves, as far as anybody wants to know. */
    String asCount(int most) {
        return "SELECT COUNT(*) AS few FROM (SELECT TOP (" + most + ") " + selection + ") found";
    }
}
