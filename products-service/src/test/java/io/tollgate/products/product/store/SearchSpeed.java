package io.tollgate.products.product.store;

import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.euros;

import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.product.Content;
import io.tollgate.products.product.Position;
import io.tollgate.products.product.Prices;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.ProductQuery;
import io.tollgate.products.product.ProductQuery.Key;
import io.tollgate.products.product.ProductQuery.PriceRange;
import io.tollgate.products.product.ProductQuery.Sort;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.Status;
import io.tollgate.products.product.Times;
import io.tollgate.testing.SequentialIds;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** How long lists of 100,000 products take; run by hand with {@code -Dtest=SearchSpeed}, and asserts nothing. */
@StoreTest
class SearchSpeed {
    private static final int PRODUCTS = 100_000;
    private static final int RUNS = 200;
    private static final List<String> KINDS = List.of("cup", "lamp", "chair", "rug", "table", "spoon", "jar", "clock");
    private static final List<String> COLORS = List.of("white", "black", "blue", "red", "green", "gray");
    private static final PriceRange EUROS =
            new PriceRange(Optional.of(Currency.getInstance("EUR")), OptionalLong.empty(), OptionalLong.empty());

    private final SequentialIds ids = new SequentialIds();
    private final Random random = new Random(42);
    private final Products products;
    private final DatabaseClient database;

    @Autowired
    SearchSpeed(Products products, DatabaseClient database) {
        this.products = products;
        this.database = database;
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void pages_of_twenty() {
        Tables.empty(database);
        Flux.range(0, PRODUCTS).concatMap(i -> products.add(product(i))).blockLast();
        queries().forEach((name, query) -> {
            measure(name, query, Optional.empty());
            measure(name + ", second page", query, lastOf(query));
        });
        Tables.empty(database);
    }

    private Optional<Position> lastOf(ProductQuery query) {
        return products.list(query, 20, Optional.empty())
                .takeLast(1)
                .next()
                .map(product -> Position.of(product, query.sort().key()))
                .blockOptional();
    }

    private void measure(String name, ProductQuery query, Optional<Position> after) {
        long[] micros = new long[RUNS];
        int found = 0;
        for (int i = -50; i < RUNS; i++) {
            long start = System.nanoTime();
            found = products.list(query, 21, after).collectList().block().size();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - start) / 1000;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "SPEED %-60s %3d found  p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms%n",
                name, found, micros[RUNS / 2] / 1e3, micros[RUNS * 95 / 100] / 1e3, micros[RUNS - 1] / 1e3);
    }

    private static Map<String, ProductQuery> queries() {
        Map<String, ProductQuery> queries = new LinkedHashMap<>();
        for (Key key : Key.values()) {
            for (boolean descending : List.of(false, true)) {
                Sort sort = new Sort(key, descending);
                String by = " by " + key + (descending ? " descending" : "");
                queries.put("all" + by, query(sort, PriceRange.ANY));
                queries.put("a common word" + by, query(sort, EUROS, "cup"));
                queries.put("two common words" + by, query(sort, EUROS, "cup", "bl"));
                queries.put("two common words that never meet" + by, query(sort, EUROS, "white", "black"));
                queries.put("a rare word" + by, query(sort, EUROS, "n4711"));
                queries.put("a common and a rare word" + by, query(sort, EUROS, "lamp", "n47"));
                queries.put("a category of 100" + by, category(sort, "shelf-7"));
                queries.put("a narrow price range" + by, query(sort, range(777, 777)));
            }
        }
        return queries;
    }

    private static PriceRange range(long min, long max) {
        return new PriceRange(EUROS.currency(), OptionalLong.of(min), OptionalLong.of(max));
    }

    private static ProductQuery query(Sort sort, PriceRange prices, String... words) {
        PriceRange range = sort.key() == Key.PRICE && prices.currency().isEmpty() ? EUROS : prices;
        return new ProductQuery(Status.ACTIVE, Optional.empty(), List.of(words), range, sort);
    }

    private static ProductQuery category(Sort sort, String category) {
        return new ProductQuery(Status.ACTIVE, Optional.of(category), List.of(), EUROS, sort);
    }

    private Product product(int i) {
        String color = COLORS.get(random.nextInt(COLORS.size()));
        String name = color + " " + KINDS.get(random.nextInt(KINDS.size())) + " N" + i;
        Content content = new Content(
                "SKU-" + i,
                name,
                Optional.of("Made of clay and glass by hand, fits into every kitchen, number " + i % 1000),
                List.of("shelf-" + i % 1000, "home"),
                Prices.of(euros(1 + random.nextInt(20_000))),
                List.of());
        Times times = new Times(MORNING, MORNING, Optional.of(MORNING.plusSeconds(i)), Optional.empty());
        return new Product(
                new ProductId(ids.next(ProductId.PREFIX)),
                1,
                content,
                Status.ACTIVE,
                content.prices().all().stream().findFirst(),
                times);
    }
}
