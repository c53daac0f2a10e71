package io.tollgate.products.product.store;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.NEVER_PUBLISHED;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.ProductFixtures.beans;
import static io.tollgate.products.product.ProductFixtures.cupContent;
import static io.tollgate.products.product.ProductFixtures.euros;
import static io.tollgate.products.product.ProductFixtures.published;

import io.tollgate.database.VersionConflict;
import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.product.Content;
import io.tollgate.products.product.Prices;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductStale;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.Republication;
import io.tollgate.products.product.Republications;
import io.tollgate.products.product.SkuTaken;
import io.tollgate.products.product.Status;
import io.tollgate.products.product.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcProductsTest {
    private final Products products;
    private final Republications republications;
    private final DatabaseClient database;

    @Autowired
    R2dbcProductsTest(Products products, Republications republications, DatabaseClient database) {
        this.products = products;
        this.republications = republications;
        this.database = database;
    }

    @BeforeEach
    void cup_and_beans() {
        Tables.empty(database);
        done(products.add(aCup()).then(products.add(beans())));
    }

    @Test
    void a_product_is_read_as_it_was_written() {
        products.find(CUP).as(StepVerifier::create).expectNext(aCup()).verifyComplete();
        products.find(BEANS).as(StepVerifier::create).expectNext(beans()).verifyComplete();
        products.find(NEVER_PUBLISHED).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void the_next_version_is_kept_once() {
        Product next = retired(aCup());
        done(products.update(next));

        products.find(CUP).as(StepVerifier::create).expectNext(next).verifyComplete();
        products.update(next).as(StepVerifier::create).verifyError(ProductStale.class);
    }

    @Test
    void a_sku_is_taken_whatever_its_case() {
        Product shouting = published(NEVER_PUBLISHED, withSku("cup-esp-WHITE"));
        products.add(shouting).as(StepVerifier::create).verifyError(SkuTaken.class);

        Product renamed =
                new Product(BEANS, 2, withSku("cup-ESP-white"), Status.ACTIVE, beans().price(), beans().times());
        products.update(renamed).as(StepVerifier::create).verifyError(SkuTaken.class);
    }

    @Test
    void products_are_found_by_sku_whatever_its_case() {
        products.findBySku(List.of("cup-esp-white", "NOBODYS"))
                .as(StepVerifier::create)
                .expectNext(aCup())
                .verifyComplete();
    }

    @Test
    void only_those_whose_price_may_change_are_due() {
        Instant noon = Instant.parse("2026-04-02T12:00:00Z");
        Content onSale = cupContent().withPrices(Prices.of(euros(1250), euros(990, noon.toString(), null)));
        Product cup = aCup();
        done(products.update(new Product(CUP, 2, onSale, Status.ACTIVE, cup.price(), cup.times())));

        products.dueForRepricing(noon.minusMillis(1), 9)
                .as(StepVerifier::create)
                .verifyComplete();
        products.dueForRepricing(noon, 9)
                .map(Product::id)
                .as(StepVerifier::create)
                .expectNext(CUP)
                .verifyComplete();
    }

    @Test
    void published_products_come_in_the_order_of_their_ids() {
        products.published(Optional.empty(), 1)
                .as(StepVerifier::create)
                .expectNext(aCup())
                .verifyComplete();
        products.published(Optional.of(CUP), 9)
                .as(StepVerifier::create)
                .expectNext(beans())
                .verifyComplete();
    }

    @Test
    void whoever_comes_second_with_a_version_of_the_republication_has_lost() {
        Republication current = republications.current().block();
        Republication next = new Republication(current.version() + 1, true, Optional.of(CUP), true);
        done(republications.update(next));

        republications.current().as(StepVerifier::create).expectNext(next).verifyComplete();
        republications.update(next).as(StepVerifier::create).verifyError(VersionConflict.class);
        done(republications.update(new Republication(next.version() + 1, false, Optional.empty(), false)));
    }

    private static Product retired(Product product) {
        Times times = product.times();
        return new Product(
                product.id(),
                product.version() + 1,
                product.content(),
                Status.RETIRED,
                product.price(),
                new Times(times.created(), MORNING.plusSeconds(60), times.published(), Optional.of(MORNING)));
    }

    private static Content withSku(String sku) {
        Content cup = cupContent();
        return new Content(sku, cup.name(), cup.description(), cup.categories(), cup.prices(), cup.images());
    }

    private static void done(Mono<Void> work) {
        work.as(StepVerifier::create).verifyComplete();
    }
}
