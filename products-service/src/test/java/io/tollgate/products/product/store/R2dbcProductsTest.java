package io.tollgate.products.product.store;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.NEVER_PUBLISHED;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.ProductFixtures.beans;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.StoreTest;
import io.tollgate.products.Tables;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.SkuTaken;
import io.tollgate.values.Money;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcProductsTest {
    private final Products products;
    private final DatabaseClient database;

    R2dbcProductsTest(@Autowired Products products, @Autowired DatabaseClient database) {
        this.products = products;
        this.database = database;
    }

    @BeforeEach
    void cup_and_beans() {
        Tables.empty(database);
        products.add(aCup())
                .then(products.add(beans()))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void a_product_is_read_as_it_was_written_with_and_without_description() {
        products.find(CUP).as(StepVerifier::create).expectNext(aCup()).verifyComplete();
        products.find(BEANS).as(StepVerifier::create).expectNext(beans()).verifyComplete();
    }

    @Test
    void an_unknown_product_is_empty() {
        products.find(NEVER_PUBLISHED).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void the_list_is_in_the_order_of_publication_and_goes_on_after_the_cursor() {
        products.list(1, Optional.empty())
                .as(StepVerifier::create)
                .expectNext(aCup())
                .verifyComplete();
        products.list(5, Optional.of(CUP))
                .as(StepVerifier::create)
                .expectNext(beans())
                .verifyComplete();
        products.list(5, Optional.of(BEANS)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void a_sku_is_taken_whatever_its_case() {
        Product shouting =
                new Product(NEVER_PUBLISHED, 1, "cup-esp-WHITE", "Cup", Optional.empty(), Money.of(1, "EUR"), MORNING);

        products.add(shouting).as(StepVerifier::create).verifyErrorSatisfies(refusal -> assertThat(refusal)
                .isInstanceOf(SkuTaken.class));
    }
}
