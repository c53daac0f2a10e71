package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.products.Answers.Answer;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.bus.TopicProbe;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** The stock's ledger over HTTP and through orders; every answer is held against the OpenAPI. */
class StockApiIT extends RunningProducts {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    private Answers seller;
    private Shop shop;
    private String cup;

    @BeforeEach
    void a_cup_on_an_empty_shelf() {
        var contract = ApiContract.of("products").exchangeConsumer();
        seller = new Answers(
                asSeller().mutate().entityExchangeResultConsumer(contract).build());
        shop = new Shop(asSeller());
        cup = shop.published(ids.next("sku"));
    }

    @Test
    void every_change_is_in_the_ledger_with_its_cause_and_their_sum_is_the_stock() {
        String order = ids.next("ord");
        receive(10);
        seller.put(stock(), Map.of("onHand", 8), "\"v2\"").is(200);
        try (Orders orders = new Orders()) {
            orders.place(order, Map.of(cup, 3));
            orders.answer(order);
            orders.confirm(order);
            await().atMost(SOON).untilAsserted(() -> assertThat(movements()).hasSize(4));
            orders.cancel(order);
            await().atMost(SOON).untilAsserted(() -> assertThat(movements()).hasSize(5));
        }

        List<JsonNode> movements = movements();
        assertThat(movements)
                .extracting(movement -> movement.at("/type").asText())
                .containsExactly("release", "commit", "reservation", "correction", "receipt");
        assertThat(movements.get(2).at("/orderId").asText()).isEqualTo(order);
        assertThat(movements.get(2).at("/traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(movements.get(3).at("/actor").asText()).isEqualTo(USER);
        assertThat(movements.get(3).at("/reason").asText()).isEqualTo("count");
        assertThat(shop.level(cup).onHand()).isEqualTo(8).isEqualTo(sum("/onHand"));
        assertThat(shop.level(cup).reserved()).isZero().isEqualTo(sum("/reserved"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receipt | 0 | | /quantity",
                "receipt | -1 | | /quantity",
                "receipt | 1000000001 | | /quantity",
                "correction | 0 | why | /quantity",
                "correction | 1 | | /reason",
                "commit | 1 | | /type"
            })
    void what_is_no_movement_of_a_seller_is_refused(String type, int quantity, String reason, String pointer) {
        Answer refused = move(type, quantity, reason).refused(400, "validation-failed");

        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(movements()).isEmpty();
    }

    @Test
    void a_correction_takes_nothing_that_is_promised_and_a_receipt_has_an_end() {
        receive(3);
        move("correction", -4, "lost").refused(409, "stock-below-reserved");
        move("receipt", 1_000_000_000, null).refused(409, "stock-too-large");
        seller.post("/v1/products/" + ids.next("prd") + "/stock/movements", Map.of("type", "receipt", "quantity", 1))
                .refused(404, "not-found");
        assertThat(shop.level(cup).onHand()).isEqualTo(3);
    }

    @Test
    void the_same_key_receives_once() {
        Map<String, Object> ten = Map.of("type", "receipt", "quantity", 10);
        String key = ids.next("key");

        JsonNode first = seller.post(movementsPath(), ten, "Idempotency-Key", key)
                .is(201)
                .body();
        JsonNode second = seller.post(movementsPath(), ten, "Idempotency-Key", key)
                .is(201)
                .body();

        assertThat(second).isEqualTo(first);
        assertThat(shop.level(cup).onHand()).isEqualTo(10);
    }

    @Test
    void corrections_at_the_same_time_are_all_made_and_never_too_many() {
        receive(10);

        List<Integer> statuses = IntStream.range(0, 30)
                .parallel()
                .mapToObj(i -> seller.post(
                                movementsPath(),
                                Map.of("type", "correction", "quantity", -1, "reason", "broken"),
                                "Idempotency-Key",
                                ids.next("key"))
                        .status())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
        assertThat(statuses).containsOnly(201, 409);
        assertThat(shop.level(cup).onHand()).isZero();
        assertThat(movements()).hasSize(11);
    }

    @Test
    void the_ledger_is_paged_and_new_movements_push_nothing_away() {
        IntStream.rangeClosed(1, 5).forEach(this::receive);

        Answer first = seller.get(movementsPath() + "?limit=2").is(200);
        receive(6);
        Answer second = seller.get(first.next()).is(200);

        assertThat(first.body().at("/items"))
                .extracting(item -> item.at("/onHand").asInt())
                .containsExactly(5, 4);
        assertThat(second.body().at("/items"))
                .extracting(item -> item.at("/onHand").asInt())
                .containsExactly(3, 2);
        seller.get(movementsPath() + "?after=eA").refused(400, "validation-failed");
    }

    @Test
    void a_stock_that_runs_low_is_told_and_shown() {
        receive(5);
        Answer watched =
                seller.patch(stock(), "{\"lowStockThreshold\":3}", "\"v2\"").is(200);
        assertThat(watched.body().at("/lowStockThreshold").asInt()).isEqualTo(3);
        seller.patch(stock(), "{\"lowStockThreshold\":-1}", "\"v3\"").refused(400, "validation-failed");
        seller.patch(stock(), "{\"onHand\":1}", "\"v3\"").refused(400, "unknown-property");

        move("correction", -2, "broken").is(201);
        move("correction", -1, "broken").is(201);

        assertThat(toldLow()).isEqualTo(1);
        assertThat(seller.patch(stock(), "{\"lowStockThreshold\":null}", "\"v5\"")
                        .is(200)
                        .body()
                        .has("lowStockThreshold"))
                .isFalse();
    }

    @Test
    void a_reservation_that_nobody_decides_is_listed_and_overdue_after_twice_the_time() {
        receive(5);
        String order = ids.next("ord");
        try (Orders orders = new Orders()) {
            orders.place(order, Map.of(cup, 2));
            orders.answer(order);
        }
        assertThat(reservations("overdue=false")).contains(order);
        assertThat(reservations("overdue=true")).doesNotContain(order);

        database.sql("UPDATE reservation SET made_at = '2026-01-01 00:00:00' WHERE order_id = :order")
                .bind("order", order)
                .then()
                .block();

        assertThat(reservations("overdue=true")).contains(order);
        for (String wrong :
                List.of("?overdue=perhaps", "?overdue=yes", "?overdue=1", "?overdue=", "?overdue", "?limit")) {
            seller.get("/admin/v1/reservations" + wrong).refused(400, "validation-failed");
        }
        new Answers(asCustomer()).get("/admin/v1/reservations").refused(403, "missing-role");
        try (Orders orders = new Orders()) {
            orders.cancel(order);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reservations("overdue=true")).doesNotContain(order));
    }

    @Test
    void a_retired_product_is_refused_and_one_that_orders_asked_for_again_is_told() {
        receive(5);
        seller.post("/v1/products/" + cup + "/retirement", null).is(200);
        try (Orders orders = new Orders();
                TopicProbe bus = TopicProbe.on("events-topic")) {
            String order = ids.next("ord");
            orders.place(order, Map.of(cup, 1));
            assertThat(orders.answer(order).reason()).isEqualTo("product-retired");

            bus.publish("orders.catalog-wanted.v1", "catalog", "{\"askedAt\":\"2026-05-04T11:58:30Z\"}");
            await().atMost(SOON).untilAsserted(() -> assertThat(said("products.catalog-republished.v1"))
                    .isPositive());
        }
    }

    private long toldLow() {
        return said("products.stock-low.v1");
    }

    private long said(String type) {
        return database.sql("SELECT COUNT(*) AS said FROM outbox WHERE type = :type AND subject = :cup")
                .bind("type", type)
                .bind("cup", cup)
                .map(row -> row.get("said", Long.class))
                .one()
                .block();
    }

    private List<String> reservations(String filter) {
        List<String> orders = new ArrayList<>();
        String next = "/admin/v1/reservations?limit=2&" + filter;
        while (next != null) {
            Answer page = seller.get(next).is(200);
            page.body()
                    .at("/items")
                    .forEach(item -> orders.add(item.at("/orderId").asText()));
            next = page.next();
        }
        return orders;
    }

    private void receive(int quantity) {
        move("receipt", quantity, null).is(201);
    }

    private Answer move(String type, int quantity, String reason) {
        Map<String, Object> body = reason == null
                ? Map.of("type", type, "quantity", quantity)
                : Map.of("type", type, "quantity", quantity, "reason", reason);
        return seller.post(movementsPath(), body);
    }

    private int sum(String field) {
        return movements().stream()
                .mapToInt(movement -> movement.at(field).asInt())
                .sum();
    }

    private List<JsonNode> movements() {
        List<JsonNode> items = new ArrayList<>();
        seller.get(movementsPath() + "?limit=100").is(200).body().at("/items").forEach(items::add);
        return items;
    }

    private String movementsPath() {
        return stock() + "/movements";
    }

    private String stock() {
        return "/v1/products/" + cup + "/stock";
    }
}
