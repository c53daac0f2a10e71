package io.tollgate.products.product;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.ProductFixtures.aDraft;
import static io.tollgate.products.product.ProductFixtures.beans;
import static io.tollgate.products.product.ProductFixtures.beansContent;
import static io.tollgate.products.product.ProductFixtures.cupContent;
import static io.tollgate.products.product.ProductFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.product.ProductEvent.Published;
import io.tollgate.products.product.ProductEvent.Repriced;
import io.tollgate.products.product.ProductEvent.Republished;
import io.tollgate.products.product.Upserted.Outcome;
import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The use cases of the catalog. */
class CatalogTest {
    private final FakeProducts products = new FakeProducts();
    private final MutableClock clock = MutableClock.at(MORNING.toString());
    private final SequentialIds ids = new SequentialIds();
    private final ProductBook book = new ProductBook(products, products, products);
    private final CreateProduct create = new CreateProduct(book, products, ids, clock);
    private final ReviseProduct revise = new ReviseProduct(book, clock);
    private final PublishProduct publish = new PublishProduct(book, clock);
    private final RetireProduct retire = new RetireProduct(book, clock);
    private final UpsertProducts upsert = new UpsertProducts(new UpsertPart(products, book, ids, clock), products);
    private final CatalogProperties properties =
            new CatalogProperties(Duration.ofSeconds(10), Duration.ofSeconds(1), 1);

    @Test
    void a_product_is_kept_has_a_shelf_and_is_told_of_when_it_is_active() {
        Product draft = create.handle(cupContent(), false).as(CatalogTest::result);
        Product active = create.handle(beansContent(), true).as(CatalogTest::result);

        assertThat(products.shelves).containsEntry(draft.id(), Status.DRAFT).containsEntry(active.id(), Status.ACTIVE);
        assertThat(products.told).containsExactly(new Published(active));
    }

    @Test
    void orders_take_from_the_shelf_from_publication_to_retirement() {
        products.with(aDraft());

        publish.handle(CUP).as(CatalogTest::result);
        assertThat(products.shelves).containsEntry(CUP, Status.ACTIVE);

        retire.handle(CUP).as(CatalogTest::result);
        assertThat(products.shelves).containsEntry(CUP, Status.RETIRED);
    }

    @Test
    void a_product_that_is_not_as_the_caller_saw_it_is_not_changed() {
        products.with(aCup());
        revise.handle(aCup(), cupContent().withPrices(Prices.of(euros(1)))).as(CatalogTest::result);

        revise.handle(aCup(), cupContent().withPrices(Prices.of(euros(2))))
                .as(StepVerifier::create)
                .verifyError(ProductStale.class);
        assertThat(products.get(CUP).amount()).isEqualTo(1);
    }

    @Test
    void a_draft_does_not_exist_for_who_may_not_see_it() {
        products.with(aDraft());
        FindProduct find = new FindProduct(book);

        find.handle(CUP, true).as(StepVerifier::create).expectNextCount(1).verifyComplete();
        find.handle(CUP, false).as(StepVerifier::create).verifyError(ProductNotFound.class);
        find.handle(new ProductId("prd_?"), true).as(StepVerifier::create).verifyError(ProductNotFound.class);
    }

    @Test
    void one_of_many_that_is_refused_fails_alone() {
        products.with(aCup(), beans());
        retire.handle(BEANS).as(CatalogTest::result);
        Content another = new Content("NEW", "New", Optional.empty(), List.of(), Prices.of(euros(5)), List.of());

        List<Upserted> done = upsert.handle(List.of(
                        new Upsert(0, beansContent().withPrices(Prices.of(euros(1))), true),
                        new Upsert(1, cupContent(), true),
                        new Upsert(2, another, true)))
                .as(CatalogTest::result);

        assertThat(done).extracting(Upserted::outcome).startsWith(Outcome.FAILED, Outcome.UNCHANGED, Outcome.CREATED);
        assertThat(done.get(0).refusal()).containsInstanceOf(ProductRetired.class);
    }

    @Test
    void a_draft_among_many_is_published_with_what_is_said_of_it() {
        products.with(aDraft());

        upsert.handle(List.of(new Upsert(0, cupContent().withPrices(Prices.of(euros(7))), true)))
                .as(CatalogTest::result);

        assertThat(products.get(CUP))
                .extracting(Product::status, Product::amount, Product::version)
                .containsExactly(Status.ACTIVE, 7L, 2L);
        assertThat(products.told).containsExactly(new Published(products.get(CUP)));
    }

    @Test
    void a_price_whose_time_has_come_is_put_into_effect_and_told() {
        Prices sale = Prices.of(euros(1250), euros(990, "2026-04-02T12:00:00Z", "2026-04-02T18:00:00Z"));
        products.with(aCup().revise(cupContent().withPrices(sale), MORNING).product(), beans());
        RepriceProducts reprice = new RepriceProducts(products, new RepriceProduct(book, clock), properties, clock);

        reprice.handle().as(StepVerifier::create).verifyComplete();
        assertThat(products.told).isEmpty();

        clock.set(Instant.parse("2026-04-02T12:00:00Z"));
        reprice.handle().as(StepVerifier::create).verifyComplete();
        reprice.handle().as(StepVerifier::create).verifyComplete();
        assertThat(products.told).containsExactly(new Repriced(products.get(CUP)));
        assertThat(products.get(CUP).amount()).isEqualTo(990);
    }

    @Test
    void a_wanted_catalog_is_told_as_a_whole_and_once_more_when_it_was_wanted_meanwhile() {
        products.with(aCup(), beans());
        OneRepublication row = new OneRepublication();
        WantCatalog want = new WantCatalog(row);
        RepublishBatch batch = new RepublishBatch(row, products, products, properties, clock);
        RepublishCatalog republish = new RepublishCatalog(batch);

        republish.handle().as(StepVerifier::create).verifyComplete();
        assertThat(products.told).isEmpty();

        want.handle().as(StepVerifier::create).verifyComplete();
        batch.handle().as(CatalogTest::result);
        assertThat(products.told).containsExactly(new Republished(aCup(), MORNING));
        want.handle().as(StepVerifier::create).verifyComplete();
        republish.handle().as(StepVerifier::create).verifyComplete();

        assertThat(products.told).extracting(fact -> fact.product().id()).containsExactly(CUP, BEANS, CUP, BEANS);
        assertThat(row.row.get().running()).isFalse();
    }

    private static <T> T result(Mono<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        work.as(StepVerifier::create).consumeNextWith(result::set).verifyComplete();
        return result.get();
    }

    private static final class OneRepublication implements Republications {
        private final AtomicReference<Republication> row =
                new AtomicReference<>(new Republication(1, false, Optional.empty(), false));

        @Override
        public Mono<Republication> current() {
            return Mono.fromSupplier(row::get);
        }

        @Override
        public Mono<Void> update(Republication next) {
            assertThat(next.version()).isEqualTo(row.get().version() + 1);
            return Mono.fromRunnable(() -> row.set(next));
        }
    }
}
