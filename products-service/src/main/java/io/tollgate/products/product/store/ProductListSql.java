package io.tollgate.products.product.store;

import io.tollgate.products.product.ProductQuery;
import io.tollgate.products.product.ProductQuery.Sort;
import java.util.List;
import java.util.Optional;

/** The statement of one list: put together of what was asked for, read off the index that has its order. */
final class ProductListSql {
    private final StringBuilder sql = new StringBuilder("SELECT ")
            .append(R2dbcProducts.COLUMNS)
            .append(" FROM product p WHERE p.status = :status");

    private ProductListSql() {}

    /** @param few the condition that leaves so few products that they are looked up and sorted */
    static String of(ProductQuery query, List<Narrowing> conditions, Optional<Narrowing> few, boolean goesOn) {
        ProductListSql list = new ProductListSql();
        list.prices(query);
        conditions.stream()
                .filter(condition -> few.filter(condition::equals).isEmpty())
                .forEach(condition -> condition.asFilter().ifPresent(list::and));
        few.ifPresent(condition -> list.and(condition.asSource()));
        if (goesOn) {
            list.after(query.sort());
        }
        return list.sorted(query.sort());
    }

    private void prices(ProductQuery query) {
        if (query.prices().currency().isPresent()) {
            and("p.price_currency = :currency");
        }
        if (query.prices().min().isPresent()) {
            and("p.price_amount >= :min");
        }
        if (query.prices().max().isPresent()) {
            and("p.price_amount <= :max");
        }
    }

    /** The first half alone says where in the index to begin. */
    private void after(Sort sort) {
        String key = column(sort);
        String beyond = sort.descending() ? "<" : ">";
        and("%1$s %2$s= :key AND (%1$s %2$s :key OR p.id %2$s :after)".formatted(key, beyond));
    }

    /** What is the same in all of them leads, as it does in the index. */
    private String sorted(Sort sort) {
        String direction = sort.descending() ? " DESC" : "";
        return sql.append(" ORDER BY p.status, ")
                .append(sort.key() == ProductQuery.Key.PRICE ? "p.price_currency, " : "")
                .append(column(sort))
                .append(direction)
                .append(", p.id")
                .append(direction)
                .append(" OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY")
                .toString();
    }

    private static String column(Sort sort) {
        return switch (sort.key()) {
            case NAME -> "p.name_key";
            case PRICE -> "p.price_amount";
            case PUBLISHED_AT -> "p.listed_at";
        };
    }

    private void and(String condition) {
        sql.append(" AND ").append(condition);
    }
}
