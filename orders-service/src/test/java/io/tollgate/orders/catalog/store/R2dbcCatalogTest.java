package io.tollgate.orders.catalog.store;

import io.tollgate.database.VersionConflict;
import io.tollgate.orders.OrdersWithoutBus;
import io.tollgate.orders.catalog.Catalog;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Ids;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

@OrdersWithoutBus
class R2dbcCatalogTest {
    @Autowired
    private Catalog catalog;

    @Autowired
    private Ids ids;

    private ProductId cup;

    @BeforeEach
    void a_cup() {
        cup = new ProductId(ids.next("prd"));
    }

    @Test
    void what_was_learned_is_found() {
        catalog.add(cup(1, 1250))
                .thenMany(catalog.findAll(List.of(cup, new ProductId(ids.next("prd")))))
                .as(StepVerifier::create)
                .expectNext(cup(1, 1250))
                .verifyComplete();
    }

    @Test
    void a_newer_version_takes_the_place_of_the_one_that_is_known() {
        catalog.add(cup(1, 1250))
                .then(catalog.replace(cup(1, 1250), cup(3, 1300)))
                .then(catalog.find(cup))
                .as(StepVerifier::create)
                .expectNext(cup(3, 1300))
                .verifyComplete();
    }

    @Test
    void a_retired_product_has_no_offer() {
        CatalogEntry retired = new CatalogEntry(cup, 2, Optional.empty(), Instant.parse("2026-04-02T10:30:00.25Z"));

        catalog.add(cup(1, 1250))
                .then(catalog.replace(cup(1, 1250), retired))
                .then(catalog.find(cup))
                .as(StepVerifier::create)
                .expectNext(retired)
                .verifyComplete();
    }

    @Test
    void two_who_learn_at_the_same_time_have_a_conflict() {
        catalog.add(cup(1, 1250)).as(StepVerifier::create).verifyComplete();

        catalog.add(cup(2, 1250)).as(StepVerifier::create).verifyError(VersionConflict.class);
        catalog.replace(cup(2, 1250), cup(3, 1250)).as(StepVerifier::create).verifyError(VersionConflict.class);
    }

    private CatalogEntry cup(long version, long price) {
        Offer offer = new Offer("Espresso cup, white", Money.of(price, "EUR"));
        return new CatalogEntry(cup, version, Optional.of(offer), Instant.parse("2026-04-02T10:30:00.25Z"));
    }
}
