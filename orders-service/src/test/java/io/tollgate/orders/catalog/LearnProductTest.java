package io.tollgate.orders.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class LearnProductTest {
    private static final ProductId CUP = new ProductId("prd_01kn6vw99tfhgsf0epbwycsr8k");

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final MemoryCatalog catalog = new MemoryCatalog();
    private final LearnProduct learnProduct = new LearnProduct(catalog);

    @Test
    void a_product_is_learned() {
        hear(cup(1, 1250));

        assertThat(price()).isEqualTo(1250);
    }

    @Test
    void a_newer_version_replaces_an_older_one() {
        hear(cup(1, 1250));
        hear(cup(2, 1300));

        assertThat(price()).isEqualTo(1300);
    }

    @Test
    void an_older_version_that_comes_late_is_ignored() {
        hear(cup(2, 1300));
        hear(cup(1, 1250));

        assertThat(price()).isEqualTo(1300);
    }

    @Test
    void a_retired_product_stays_known_as_such_and_what_comes_late_does_not_revive_it() {
        hear(new CatalogEntry(CUP, 3, Optional.empty(), NOON));
        hear(cup(2, 1250));

        assertThat(catalog.find(CUP).block().retired()).isTrue();
    }

    @Test
    void a_price_alone_keeps_the_name() {
        hear(cup(1, 1250));
        hearPrice(2, Optional.empty());

        assertThat(catalog.find(CUP).block().offer()).contains(new Offer("Espresso cup, white", eur(990)));
    }

    @Test
    void a_price_of_what_nobody_heard_of_is_learned_with_its_name_only() {
        hearPrice(2, Optional.empty());
        assertThat(catalog.find(CUP).block()).isNull();

        hearPrice(2, Optional.of("Espresso cup, white"));
        hear(cup(1, 1250));
        assertThat(price()).isEqualTo(990);
    }

    private void hearPrice(long version, Optional<String> name) {
        learnProduct
                .handle(CUP, version, name, eur(990), NOON)
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private static Money eur(long amount) {
        return Money.of(amount, "EUR");
    }

    private void hear(CatalogEntry entry) {
        learnProduct.handle(entry).as(StepVerifier::create).verifyComplete();
    }

    private long price() {
        return catalog.find(CUP).block().offer().orElseThrow().price().amount();
    }

    private static CatalogEntry cup(long version, long price) {
        return new CatalogEntry(CUP, version, Optional.of(new Offer("Espresso cup, white", eur(price))), NOON);
    }
}
