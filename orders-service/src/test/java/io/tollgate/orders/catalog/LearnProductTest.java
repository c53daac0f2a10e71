package io.tollgate.orders.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.values.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class LearnProductTest {
    private static final ProductId CUP = new ProductId("prd_01kn6vw99tfhgsf0epbwycsr8k");

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

    private void hear(CatalogEntry entry) {
        learnProduct.handle(entry).as(StepVerifier::create).verifyComplete();
    }

    private long price() {
        return catalog.find(CUP).block().price().amount();
    }

    private static CatalogEntry cup(long version, long price) {
        return new CatalogEntry(
                CUP, version, "Espresso cup, white", Money.of(price, "EUR"), Instant.parse("2026-05-04T12:00:00Z"));
    }
}
