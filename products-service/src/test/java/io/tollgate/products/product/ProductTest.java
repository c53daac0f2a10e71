package io.tollgate.products.product;

import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.MORNING;
import static io.tollgate.products.product.ProductFixtures.aCup;
import static io.tollgate.products.product.ProductFixtures.aDraft;
import static io.tollgate.products.product.ProductFixtures.cupContent;
import static io.tollgate.products.product.ProductFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.products.product.ProductEvent.Changed;
import io.tollgate.products.product.ProductEvent.Published;
import io.tollgate.products.product.ProductEvent.Repriced;
import io.tollgate.products.product.ProductEvent.Retired;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final Instant NOON = Instant.parse("2026-04-02T12:00:00Z");
    private static final Prices SALE_AT_NOON =
            Prices.of(euros(1250), euros(990, "2026-04-02T12:00:00Z", "2026-04-02T18:00:00Z"));

    @Test
    void a_draft_is_told_to_nobody_until_it_is_published() {
        Change drafted = Product.drafted(CUP, cupContent(), MORNING);
        Change renamed = drafted.product().revise(named("Cup"), NOON);
        Change published = renamed.product().publish(NOON);

        assertThat(drafted.facts()).isEmpty();
        assertThat(renamed.facts()).isEmpty();
        assertThat(published.facts()).containsExactly(new Published(published.product()));
        assertThat(published.product().version()).isEqualTo(3);
        assertThat(published.product().times().published()).contains(NOON);
    }

    @Test
    void what_has_happened_happens_no_second_time() {
        Product retired = aCup().retire(NOON).product();

        assertNothing(aCup().publish(NOON));
        assertNothing(aCup().revise(cupContent(), NOON));
        assertNothing(retired.retire(NOON));
    }

    @Test
    void an_active_product_tells_what_has_changed_of_it() {
        assertThat(aCup().revise(named("Cup"), NOON).facts()).hasExactlyElementsOfTypes(Changed.class);
        assertThat(aCup().revise(priced(euros(1300)), NOON).facts()).hasExactlyElementsOfTypes(Repriced.class);
        assertThat(aCup().revise(named("Cup").withPrices(Prices.of(euros(1300))), NOON)
                        .facts())
                .hasExactlyElementsOfTypes(Changed.class, Repriced.class);
        assertThat(aCup().revise(cupContent().withPrices(SALE_AT_NOON), MORNING).facts())
                .hasExactlyElementsOfTypes(Changed.class);
    }

    @Test
    void a_scheduled_price_comes_and_goes_by_the_clock() {
        Product cup =
                aCup().revise(cupContent().withPrices(SALE_AT_NOON), MORNING).product();
        assertThat(cup.repricedAt()).contains(NOON);

        Change sale = cup.reprice(NOON);
        assertThat(sale.product().amount()).isEqualTo(990);
        assertThat(sale.facts()).containsExactly(new Repriced(sale.product()));

        Change after = sale.product().reprice(Instant.parse("2026-04-02T18:00:00Z"));
        assertThat(after.product().amount()).isEqualTo(1250);
        assertThat(after.facts()).hasExactlyElementsOfTypes(Repriced.class);
        assertThat(after.product().repricedAt()).isEmpty();
    }

    @Test
    void a_retired_product_stays_as_it_is() {
        Change change = aCup().retire(NOON);
        assertThat(change.facts()).containsExactly(new Retired(change.product()));
        assertThat(change.product().repricedAt()).isEmpty();

        assertThatThrownBy(() -> change.product().publish(NOON)).isInstanceOf(ProductRetired.class);
        assertThatThrownBy(() -> change.product().revise(named("Cup"), NOON)).isInstanceOf(ProductRetired.class);
    }

    @Test
    void a_draft_cannot_be_retired() {
        assertThatThrownBy(() -> aDraft().retire(NOON)).isInstanceOf(NotPublished.class);
    }

    @Test
    void an_active_product_has_a_price_at_any_time() {
        Price toCome = euros(1250, "2026-04-03T00:00:00Z", null);
        Price ending = euros(1250, null, "2026-04-03T00:00:00Z");
        for (Prices prices : List.of(Prices.of(), Prices.of(toCome), Prices.of(ending))) {
            Content without = cupContent().withPrices(prices);
            assertThatThrownBy(() -> Product.published(CUP, without, MORNING)).isInstanceOf(PriceMissing.class);
            assertThatThrownBy(() -> aCup().revise(without, MORNING)).isInstanceOf(PriceMissing.class);
            assertThat(aDraft().revise(without, MORNING).happened()).isTrue();
        }
    }

    @Test
    void of_several_valid_prices_the_newest_is_in_effect() {
        Price always = euros(1);
        Price sinceMarch = euros(2, "2026-03-01T00:00:00Z", null);
        Price alsoSinceMarch = euros(3, "2026-03-01T00:00:00Z", null);
        Price untilNow = euros(4, "2026-04-01T00:00:00Z", NOON.toString());

        assertThat(new Prices(List.of(sinceMarch, always)).at(NOON)).contains(sinceMarch);
        assertThat(new Prices(List.of(sinceMarch, alsoSinceMarch, always)).at(NOON))
                .contains(alsoSinceMarch);
        assertThat(new Prices(List.of(untilNow, always)).at(NOON)).contains(always);
        assertThat(new Prices(List.of(untilNow, always)).at(NOON.minusMillis(1)))
                .contains(untilNow);
        assertThat(Prices.of().at(NOON)).isEmpty();
    }

    @Test
    void a_price_ends_after_it_begins_and_is_more_than_nothing() {
        assertThatThrownBy(() -> euros(1, "2026-04-03T00:00:00Z", "2026-04-03T00:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_have_no_case_no_accents_and_no_punctuation() {
        assertThat(Words.of("Café-Crème, 60 ml (ＣＵＰ) café")).containsExactly("cafe", "creme", "60", "ml", "cup");
        assertThat(Words.of("Чашка 杯子 \uD83D\uDE00 --- '%_")).containsExactly("чашка", "杯子");
        assertThat(Words.of("x".repeat(30))).containsExactly("x".repeat(24));
    }

    @Test
    void categories_are_a_set() {
        Content twice = new Content("A", "A", Optional.empty(), List.of("b", "a", "b"), Prices.of(euros(1)), List.of());
        assertThat(twice.categories()).containsExactly("a", "b");
    }

    private static Content named(String name) {
        Content cup = cupContent();
        return new Content(cup.sku(), name, cup.description(), cup.categories(), cup.prices(), cup.images());
    }

    private static Content priced(Price price) {
        return cupContent().withPrices(Prices.of(price));
    }

    private static void assertNothing(Change change) {
        assertThat(change.happened()).isFalse();
        assertThat(change.facts()).isEmpty();
    }
}
