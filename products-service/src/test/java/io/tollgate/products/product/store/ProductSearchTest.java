package io.tollgate.products.product.store;

import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.tollgate.products.product.Words;
import io.tollgate.testing.SequentialIds;
import io.tollgate.testing.TSql;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@StoreTest
class ProductSearchTest {
    private static final int MANY = ProductSearch.FEW + 30;
    private static final PriceRange CHEAP =
            new PriceRange(Optional.of(Currency.getInstance("EUR")), OptionalLong.of(2), OptionalLong.of(3));

    private final SequentialIds ids = new SequentialIds();
    private final Products products;
    private final DatabaseClient database;

    @Autowired
    ProductSearchTest(Products products, DatabaseClient database) {
        this.products = products;
        this.database = database;
    }

    static Stream<Sort> sorts() {
        return Stream.of(Key.values()).flatMap(key -> Stream.of(new Sort(key, false), new Sort(key, true)));
    }

    @BeforeEach
    void an_empty_catalog() {
        Tables.empty(database);
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void few_and_many_are_found_alike_page_by_page(Sort sort) {
        Flux.range(0, MANY)
                .concatMap(i -> products.add(product(i)))
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(all(query(sort, "cup"))).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(all(query(sort, "cup", "bl"))).hasSize((MANY + 9) / 10);
        assertThat(all(query(sort, "blue"))).hasSize((MANY + 9) / 10);
        assertThat(all(query(sort, "purple"))).isEmpty();
        assertThat(all(new ProductQuery(Status.ACTIVE, Optional.of("blue-ones"), List.of(), CHEAP, sort)))
                .hasSize(0);
        assertThat(all(new ProductQuery(Status.ACTIVE, Optional.of("blue"), List.of(), PriceRange.ANY, sort)))
                .isEmpty();
        assertThat(all(new ProductQuery(Status.ACTIVE, Optional.empty(), List.of("cup"), CHEAP, sort)))
                .hasSize(MANY / 10 * 2);
        assertThat(all(new ProductQuery(Status.RETIRED, Optional.empty(), List.of("cup"), CHEAP, sort)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void every_statement_it_makes_is_spoken_by_sql_server_too(Sort sort) {
        ProductQuery query = new ProductQuery(Status.ACTIVE, Optional.of("cups"), Words.of("a b c"), CHEAP, sort);
        List<Narrowing> conditions = ProductSearch.conditions(query);

        conditions.forEach(condition -> TSql.assertStatement(condition.asCount(ProductSearch.FEW)));
        TSql.assertStatement(ProductListSql.of(query, conditions, Optional.empty(), true));
        conditions.forEach(
                condition -> TSql.assertStatement(ProductListSql.of(query, conditions, Optional.of(condition), false)));
        TSql.assertStatement(Terms.insert(1));
        TSql.assertStatement(Terms.insert(70));
    }

    private List<ProductId> all(ProductQuery query) {
        List<ProductId> seen = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            List<Product> page = products.list(query, 100, after).collectList().block();
            page.forEach(product -> seen.add(product.id()));
            after = page.size() < 100
                    ? Optional.empty()
                    : Optional.of(Position.of(page.get(99), query.sort().key()));
        } while (after.isPresent());
        return seen;
    }

    private static ProductQuery query(Sort sort, String... words) {
        PriceRange euros =
                new PriceRange(Optional.of(Currency.getInstance("EUR")), OptionalLong.empty(), OptionalLong.empty());
        return new ProductQuery(Status.ACTIVE, Optional.empty(), List.of(words), euros, sort);
    }

    /** Every tenth is blue, ten cost the same, two came at the same time, and many have the same name. */
    private Product product(int i) {
        Content content = new Content(
                "SKU-" + i,
                i % 10 == 0 ? "Cup, blue" : "Cup " + i % 7,
                Optional.empty(),
                List.of("cups"),
                Prices.of(euros(1 + i % 10)),
                List.of());
        Times times = new Times(MORNING, MORNING, Optional.of(MORNING.plusSeconds(i / 2)), Optional.empty());
        return new Product(
                new ProductId(ids.next(ProductId.PREFIX)),
                1,
                content,
                Status.ACTIVE,
                Optional.of(euros(1 + i % 10)),
                times);
    }
}
