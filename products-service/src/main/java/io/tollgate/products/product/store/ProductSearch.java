package io.tollgate.products.product.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.products.product.Position;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductQuery;
import io.tollgate.products.product.ProductQuery.Key;
import io.tollgate.products.product.ProductQuery.PriceRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lists of products. A condition that leaves few products is read off first and these are sorted; when none does, products
 * come in the order of the list, and soon enough of them satisfy the conditions.
 */
@Component
class ProductSearch {
    static final int FEW = 1000;

    private final DatabaseClient database;

    ProductSearch(DatabaseClient database) {
        this.database = database;
    }

    Flux<Product> list(ProductQuery query, int limit, Optional<Position> after) {
        List<Narrowing> conditions = conditions(query);
        return fewest(query, conditions).flatMapMany(few -> read(query, conditions, few, limit, after));
    }

    private Flux<Product> read(
            ProductQuery query, List<Narrowing> all, Optional<Narrowing> few, int limit, Optional<Position> after) {
        Map<String, Object> parameters = parameters(query);
        parameters.put("limit", limit);
        after.ifPresent(position -> {
            parameters.put("key", key(position, query.sort().key()));
            parameters.put("after", position.id().value());
        });
        String sql = ProductListSql.of(query, all, few, after.isPresent());
        return database.sql(sql)
                .bindValues(spoken(sql, parameters, all))
                .map(ProductRow::read)
                .all();
    }

    static List<Narrowing> conditions(ProductQuery query) {
        List<Narrowing> conditions = new ArrayList<>();
        query.category()
                .map(Term::category)
                .ifPresent(term -> conditions.add(Narrowing.term(0, term, Term.justAfter(term))));
        query.words().stream()
                .map(Term::word)
                .forEach(term -> conditions.add(Narrowing.term(conditions.size() + 1, term, Term.afterAllOf(term))));
        if (query.sort().key() != Key.PRICE) {
            priceRange(query).ifPresent(conditions::add);
        }
        return conditions;
    }

    /** In another order than that of the prices, a narrow range of them would be sought for long. */
    private static Optional<Narrowing> priceRange(ProductQuery query) {
        PriceRange prices = query.prices();
        if (prices.min().isEmpty() && prices.max().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Narrowing(
                "r.id FROM product r WHERE r.status = :status AND r.price_currency = :currency"
                        + " AND r.price_amount >= :from AND r.price_amount <= :to",
                Optional.empty(),
                Map.of("from", prices.min().orElse(0L), "to", prices.max().orElse(Long.MAX_VALUE))));
    }

    private Mono<Optional<Narrowing>> fewest(ProductQuery query, List<Narrowing> conditions) {
        return Flux.fromIterable(conditions)
                .concatMap(condition -> count(query, condition))
                .filter(counted -> counted.count < FEW)
                .sort((one, other) -> Long.compare(one.count, other.count))
                .next()
                .map(counted -> Optional.of(counted.condition))
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Counted> count(ProductQuery query, Narrowing condition) {
        String sql = condition.asCount(FEW);
        return database.sql(sql)
                .bindValues(spoken(sql, parameters(query), List.of(condition)))
                .map(row -> new Counted(condition, row.get("few", Long.class)))
                .one();
    }

    /** The parameters that the statement names, and no other. */
    private static Map<String, Object> spoken(String sql, Map<String, Object> parameters, List<Narrowing> conditions) {
        conditions.forEach(condition -> parameters.putAll(condition.parameters()));
        parameters.keySet().removeIf(name -> !sql.contains(':' + name));
        return parameters;
    }

    private static Map<String, Object> parameters(ProductQuery query) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("status", query.status().name()));
        PriceRange prices = query.prices();
        prices.currency().ifPresent(currency -> parameters.put("currency", currency.getCurrencyCode()));
        prices.min().ifPresent(min -> parameters.put("min", min));
        prices.max().ifPresent(max -> parameters.put("max", max));
        return parameters;
    }

    private static Object key(Position position, Key key) {
        return switch (key) {
            case NAME -> position.key();
            case PRICE -> Long.valueOf(position.key());
            case PUBLISHED_AT -> UtcDateTime.toColumn(Instant.parse(position.key()));
        };
    }

    private record Counted(Narrowing condition, long count) {}
}
