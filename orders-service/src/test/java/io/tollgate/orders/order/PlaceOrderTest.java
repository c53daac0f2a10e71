package io.tollgate.orders.order;

import static io.tollgate.orders.order.OrderFixtures.ADDRESS;
import static io.tollgate.orders.order.OrderFixtures.BUYER;
import static io.tollgate.orders.order.OrderFixtures.CUP;
import static io.tollgate.orders.order.OrderFixtures.DEADLINE;
import static io.tollgate.orders.order.OrderFixtures.JUG;
import static io.tollgate.orders.order.OrderFixtures.NOON;
import static io.tollgate.orders.order.OrderFixtures.TOKEN;
import static io.tollgate.orders.order.OrderFixtures.self;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.PlaceOrderCommand.Wish;
import io.tollgate.values.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PlaceOrderTest {
    private static final ProductId TEAPOT = new ProductId("prd_01kn6vyg1wevnthytvb6nmk9ta");

    private final Shop shop = Shop.withCupAndJug();

    @Test
    void an_order_is_taken_at_the_prices_of_the_own_catalog() {
        place(wish(CUP, 2), wish(JUG, 1))
                .assertNext(order -> {
                    assertThat(order.total()).isEqualTo(Money.of(4390, "EUR"));
                    assertThat(order.lines().get(1))
                            .isEqualTo(new OrderLine(JUG, "Milk jug, steel", 1, Money.of(1890, "EUR")));
                    assertThat(order.state()).isEqualTo(OrderState.placed(DEADLINE));
                    assertThat(shop.events.told).containsExactly(new OrderPlaced(order, TOKEN));
                })
                .verifyComplete();
    }

    @Test
    void its_timeline_begins() {
        place(wish(CUP, 1))
                .assertNext(order -> shop.readTimeline
                        .handle(self(BUYER), order.id())
                        .as(StepVerifier::create)
                        .assertNext(entries -> assertThat(entries)
                                .extracting(TimelineEntry::transition)
                                .containsExactly("placed"))
                        .verifyComplete())
                .verifyComplete();
    }

    @Test
    void a_product_that_is_not_in_the_copy_is_refused_with_how_new_the_copy_is() {
        refused(
                UnknownProduct.class,
                refusal -> {
                    assertThat(refusal.lines()).containsExactly(1);
                    assertThat(refusal.catalogAsOf()).contains(NOON);
                },
                wish(CUP, 1),
                wish(TEAPOT, 1));
    }

    @Test
    void an_empty_copy_has_no_age() {
        new Shop()
                .placeOrder
                .handle(command(wish(CUP, 1)), "POST /v1/orders")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refusal ->
                        assertThat(((UnknownProduct) refusal).catalogAsOf()).isEmpty());
    }

    @Test
    void a_customer_who_expects_another_price_is_told_the_new_one() {
        refused(
                PriceChanged.class,
                refusal -> assertThat(refusal.current()).isEqualTo(Map.of(0, Money.of(1250, "EUR"))),
                wish(CUP, 1, Money.of(1200, "EUR")),
                wish(JUG, 1, Money.of(1890, "EUR")));
    }

    @Test
    void a_product_has_one_line() {
        refused(
                RepeatedProduct.class,
                refusal -> assertThat(refusal.lines()).containsExactly(2),
                wish(CUP, 1),
                wish(JUG, 1),
                wish(CUP, 1));
    }

    @Test
    void an_order_has_one_currency() {
        publish(TEAPOT, Money.of(3900, "USD"));

        refused(MixedCurrencies.class, refusal -> {}, wish(CUP, 1), wish(TEAPOT, 1));
    }

    @Test
    void a_total_that_no_number_holds_is_refused() {
        publish(TEAPOT, Money.of((1L << 53) - 1, "EUR"));

        refused(TotalTooLarge.class, refusal -> {}, wish(TEAPOT, 2));
        publish(CUP, Money.of((1L << 53) - 1, "EUR"));
        refused(TotalTooLarge.class, refusal -> {}, wish(TEAPOT, 1000), wish(CUP, 1000));
    }

    @Test
    void a_product_that_is_no_longer_sold_is_refused() {
        shop.catalog.add(new CatalogEntry(TEAPOT, 3, Optional.empty(), NOON)).block();

        refused(
                RetiredProduct.class,
                refusal -> assertThat(refusal.lines()).containsExactly(1),
                wish(CUP, 1),
                wish(TEAPOT, 1));
    }

    @Test
    void a_clients_name_of_an_order_is_given_once_and_the_order_named_to_its_buyer_only() {
        Order first = placeNamed(BUYER, "PO-17").block();

        placeNamed(BUYER, "po-17").as(StepVerifier::create).verifyErrorSatisfies(refusal -> assertThat(
                        ((ExternalIdTaken) refusal).order())
                .contains(first.id()));
        placeNamed(new Buyer("usr_other", BUYER.clientId()), "PO-17")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(refusal ->
                        assertThat(((ExternalIdTaken) refusal).order()).isEmpty());
        placeNamed(new Buyer(BUYER.userId(), "cli_other"), "PO-17")
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void no_new_order_while_too_much_waits_to_be_told() {
        shop.events.full = true;

        place(wish(CUP, 1)).verifyError(RecordingOrderEvents.Full.class);
    }

    @Test
    void neither_token_nor_address_is_shown() {
        assertThat(command(wish(CUP, 1)).toString()).doesNotContain("tok_visa", "Lovelace", "London");
    }

    private <T extends OrderRefused> void refused(Class<T> type, Consumer<T> refusal, Wish... wishes) {
        place(wishes).verifyErrorSatisfies(thrown -> {
            assertThat(thrown).isInstanceOf(type);
            refusal.accept(type.cast(thrown));
        });
        assertThat(shop.events.told).isEmpty();
    }

    private StepVerifier.FirstStep<Order> place(Wish... wishes) {
        return shop.placeOrder.handle(command(wishes), "POST /v1/orders").as(StepVerifier::create);
    }

    private Mono<Order> placeNamed(Buyer buyer, String externalId) {
        return shop.placeOrder.handle(
                new PlaceOrderCommand(buyer, List.of(wish(CUP, 1)), ADDRESS, TOKEN, Optional.of(externalId)),
                "POST /v1/orders");
    }

    private static PlaceOrderCommand command(Wish... wishes) {
        return new PlaceOrderCommand(BUYER, List.of(wishes), ADDRESS, TOKEN, Optional.empty());
    }

    private static Wish wish(ProductId product, int quantity) {
        return new Wish(product, quantity, Optional.empty());
    }

    private static Wish wish(ProductId product, int quantity, Money expected) {
        return new Wish(product, quantity, Optional.of(expected));
    }

    private void publish(ProductId product, Money price) {
        shop.catalog.add(Shop.entry(product, 2, "Teapot", price)).block();
    }
}
