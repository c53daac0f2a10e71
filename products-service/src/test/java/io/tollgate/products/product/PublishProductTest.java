package io.tollgate.products.product;

import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.ProductFixtures.sayingCup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.values.Ids;
import io.tollgate.values.Money;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PublishProductTest {
    private final Products products = new FakeProducts();
    private final List<ProductId> shelves = new ArrayList<>();
    private final List<Product> told = new ArrayList<>();
    private final PublishProduct publish = new PublishProduct(
            products,
            id -> Mono.fromRunnable(() -> shelves.add(id)),
            product -> Mono.fromRunnable(() -> told.add(product)),
            new OnlyCup(),
            Clock.fixed(MORNING, ZoneOffset.UTC));

    @Test
    void a_published_product_is_kept_has_a_shelf_and_is_told_of() {
        publish.handle(sayingCup()).as(StepVerifier::create).expectNext(aCup()).verifyComplete();

        products.find(CUP).as(StepVerifier::create).expectNext(aCup()).verifyComplete();
        assertThat(shelves).containsExactly(CUP);
        assertThat(told).containsExactly(aCup());
    }

    @Test
    void nothing_is_given_away() {
        assertThatThrownBy(() -> new PublishProductCommand("CUP", "Cup", Optional.empty(), Money.of(0, "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_product_that_was_never_published_is_not_found() {
        new FindProduct(products).handle(CUP).as(StepVerifier::create).verifyError(ProductNotFound.class);
    }

    private static final class OnlyCup implements Ids {
        @Override
        public UUID uuid() {
            throw new AssertionError("only the product needs an id");
        }

        @Override
        public String next(String prefix) {
            return CUP.value();
        }
    }
}
