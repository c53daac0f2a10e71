package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.products.Orders.Answer;
import io.tollgate.products.Shop.Level;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

class ReservationsIT extends RunningProducts {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    private Shop shop;
    private Orders orders;
    private String order;

    @BeforeEach
    void a_shop_and_its_customers() {
        shop = new Shop(asSeller());
        orders = new Orders();
        order = ids.next("ord");
    }

    @AfterEach
    void closed() {
        orders.close();
    }

    @Test
    void an_order_is_reserved_confirmed_and_leaves_the_shop() {
        String cup = shop.stocked(sku(), 5);

        orders.place(order, Map.of(cup, 2));
        assertThat(orders.answer(order).reserved()).isTrue();
        assertThat(shop.level(cup)).isEqualTo(Level.of(cup, 5, 2));

        orders.confirm(order);
        awaitLevel(Level.of(cup, 3, 0));
    }

    @Test
    void a_canceled_order_gives_back_what_was_reserved_and_what_was_sold() {
        String cup = shop.stocked(sku(), 5);
        orders.place(order, Map.of(cup, 2));
        orders.answer(order);
        orders.confirm(order);
        awaitLevel(Level.of(cup, 3, 0));

        orders.cancel(order);
        awaitLevel(Level.of(cup, 5, 0));

        String other = ids.next("ord");
        orders.place(other, Map.of(cup, 4));
        orders.answer(other);
        orders.cancel(other);
        awaitLevel(Level.of(cup, 5, 0));
    }

    @Test
    void what_a_canceled_order_may_have_sent_is_back_when_no_parcel_leaves() {
        String cup = shop.stocked(sku(), 5);
        orders.place(order, Map.of(cup, 2));
        orders.answer(order);

        orders.cancelWithOpenShipment(order);
        awaitLevel(Level.of(cup, 3, 0));
        orders.confirm(order);

        orders.notShipped(order);
        awaitLevel(Level.of(cup, 5, 0));
        orders.cancelWithOpenShipment(order);
        orders.confirm(order);
        await().during(Duration.ofSeconds(1)).until(() -> shop.level(cup).equals(Level.of(cup, 5, 0)));
    }

    @Test
    void when_one_product_is_out_of_stock_nothing_is_reserved() {
        String cup = shop.stocked(sku(), 5);
        String beans = shop.stocked(sku(), 1);

        orders.place(order, Map.of(cup, 2, beans, 2));

        Answer answer = orders.answer(order);
        assertThat(answer.reason()).isEqualTo("out-of-stock");
        assertThat(answer.data().path("productIds")).hasSize(1).first().hasToString('"' + beans + '"');
        assertThat(shop.level(cup)).isEqualTo(Level.of(cup, 5, 0));
    }

    @Test
    void a_product_that_was_never_published_is_refused() {
        orders.place(order, Map.of(ids.next("prd"), 1));

        assertThat(orders.answer(order).reason()).isEqualTo("unknown-product");
    }

    @Test
    void the_same_message_twice_and_the_same_order_in_two_messages_are_reserved_once() {
        String cup = shop.stocked(sku(), 5);

        String message = orders.place(order, Map.of(cup, 2));
        orders.placeAgain(message, order, Map.of(cup, 2));
        orders.place(order, Map.of(cup, 2));

        assertThat(orders.answers(order)).hasSize(1);
        assertThat(shop.level(cup)).isEqualTo(Level.of(cup, 5, 2));
    }

    @Test
    void an_order_that_was_canceled_before_it_was_seen_is_refused() {
        String cup = shop.stocked(sku(), 5);

        orders.cancel(order);
        awaitEnd();
        assertThat(orders.unasked(order)).isEmpty();
        orders.place(order, Map.of(cup, 2));

        assertThat(orders.answer(order).reason()).isEqualTo("order-ended");
        assertThat(shop.level(cup)).isEqualTo(Level.of(cup, 5, 0));
    }

    @Test
    void an_order_that_was_confirmed_before_it_was_seen_is_refused() {
        String cup = shop.stocked(sku(), 5);

        orders.confirm(order);
        awaitEnd();
        assertThat(orders.unasked(order)).isEmpty();
        orders.place(order, Map.of(cup, 2));

        assertThat(orders.answer(order).reason()).isEqualTo("order-ended");
        assertThat(shop.level(cup)).isEqualTo(Level.of(cup, 5, 0));
    }

    @Test
    void a_malformed_message_is_dead_lettered_and_the_next_one_is_handled() {
        String cup = shop.stocked(sku(), 5);

        orders.say("orders.order-placed.v1", order, "{\"orderId\":null,\"lines\":[]}");
        assertThat(orders.deadLetterReason()).isEqualTo("malformed");

        orders.place(order, Map.of(cup, 1));
        assertThat(orders.answer(order).reserved()).isTrue();
    }

    @Test
    void two_hundred_buyers_of_fifty_pieces_get_exactly_fifty() {
        String cup = shop.stocked(sku(), 50);
        List<String> buyers =
                IntStream.range(0, 200).mapToObj(i -> ids.next("ord")).toList();

        buyers.parallelStream().forEach(buyer -> orders.place(buyer, Map.of(cup, 1)));

        List<Answer> answers = orders.answers(buyers);
        assertThat(answers).extracting(Answer::orderId).containsExactlyInAnyOrderElementsOf(buyers);
        assertThat(answers).filteredOn(Answer::reserved).hasSize(50);
        assertThat(shop.level(cup)).isEqualTo(Level.of(cup, 50, 50));
    }

    @Test
    void two_orders_for_the_same_two_products_in_opposite_order_do_not_wait_for_each_other() {
        String cup = shop.stocked(sku(), 100);
        String beans = shop.stocked(sku(), 100);
        List<String> placed =
                IntStream.range(0, 40).mapToObj(i -> ids.next("ord")).toList();

        IntStream.range(0, 40)
                .parallel()
                .forEach(i ->
                        orders.place(placed.get(i), i % 2 == 0 ? Map.of(cup, 1, beans, 1) : Map.of(beans, 1, cup, 1)));

        assertThat(orders.answers(placed)).hasSize(40).allMatch(Answer::reserved);
        assertThat(shop.level(beans)).isEqualTo(Level.of(beans, 100, 40));
    }

    /** Until it is known here that the order has ended, though nobody says so. */
    private void awaitEnd() {
        await().atMost(SOON)
                .until(() -> database.sql("SELECT COUNT(*) AS known FROM reservation WHERE order_id = :order")
                                .bind("order", order)
                                .map(row -> row.get("known", Long.class))
                                .one()
                                .block()
                        == 1);
    }

    private void awaitLevel(Level level) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shop.level(level.productId())).isEqualTo(level));
    }

    private String sku() {
        return ids.next("sku");
    }
}
