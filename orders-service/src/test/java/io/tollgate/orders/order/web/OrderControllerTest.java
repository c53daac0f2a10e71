package io.tollgate.orders.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.OrdersWithoutBus;
import io.tollgate.orders.catalog.Catalog;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.RecordingOrderEvents;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.TestCallers;
import io.tollgate.values.Ids;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

@OrdersWithoutBus
class OrderControllerTest {
    private static final ApiContract CONTRACT = ApiContract.of("orders");
    private static final TestCallers CALLERS = TestCallers.of("orders");
    private static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    private static final String ADDRESS =
            """
            {"name":"Ada Lovelace","line1":"12 St James's Square","city":"London","postalCode":"SW1Y 4JH","country":"GB"}
            """
                    .strip();
    private static final Instant PUBLISHED = Instant.parse("2026-04-02T10:30:00.25Z");

    @Autowired
    private WebTestClient http;

    @Autowired
    private Catalog catalog;

    @Autowired
    private RecordingOrderEvents events;

    @Autowired
    private Ids ids;

    private ProductId cup;
    private String user;

    @BeforeEach
    void a_cup_and_a_customer() {
        cup = published(1250, "EUR");
        user = ids.next("usr");
    }

    @AfterEach
    void room_in_the_outbox() {
        events.full = false;
    }

    @Test
    void a_placed_order_is_found_where_the_answer_says() {
        EntityExchangeResult<JsonNode> placed = place(order(cup, 2), ids.next("key"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"v1\"")
                .expectBody(JsonNode.class)
                .returnResult();

        JsonNode order = placed.getResponseBody();
        assertThat(order.path("status").asText()).isEqualTo("PLACED");
        assertThat(order.at("/total/amount").asLong()).isEqualTo(2500);
        get(placed.getResponseHeaders().getFirst(HttpHeaders.LOCATION))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .isEqualTo(order);
        get("/v1/orders/" + order.path("id").asText() + "/timeline")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].actor")
                .isEqualTo(user);
    }

    @Test
    void orders_are_listed_newest_first_page_by_page() {
        List<String> placed =
                IntStream.range(0, 3).mapToObj(i -> placed(order(cup, 1))).toList();

        JsonNode first = get("/v1/orders?limit=2")
                .expectHeader()
                .valueMatches(HttpHeaders.LINK, "<.*/v1/orders\\?limit=2&after=.*>; rel=\"next\"")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        JsonNode second = get("/v1/orders?limit=2&after=" + first.path("next").asText())
                .expectHeader()
                .doesNotExist(HttpHeaders.LINK)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(first.path("items").findValuesAsText("id")).containsExactly(placed.get(2), placed.get(1));
        assertThat(second.path("items").findValuesAsText("id")).containsExactly(placed.get(0));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        problem(get("/v1/orders?after=cHJkXzE"), 400, "validation-failed")
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("after");
        problem(get("/v1/orders?limit=0"), 400, "validation-failed");
    }

    @Test
    void somebody_elses_order_does_not_exist() {
        String order = "/v1/orders/" + placed(order(cup, 1));

        for (String other :
                List.of(bearer(CLIENT, ids.next("usr")), CALLERS.bearer(ids.next("cli"), user, "orders:read"))) {
            problem(as(other).get().uri(order).exchange(), 404, "not-found");
            problem(as(other).get().uri(order + "/timeline").exchange(), 404, "not-found");
            as(other)
                    .get()
                    .uri("/v1/orders")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items")
                    .isEmpty();
        }
        problem(get("/v1/orders/" + ids.next("ord")), 404, "not-found");
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        problem(http.get().uri("/v1/orders").exchange(), 401, "caller-token-required");
        problem(
                as(CALLERS.bearer(CLIENT, null, "orders:read"))
                        .get()
                        .uri("/v1/orders")
                        .exchange(),
                401,
                "user-required");
        problem(
                as(CALLERS.bearer(CLIENT, user, "orders:write"))
                        .get()
                        .uri("/v1/orders")
                        .exchange(),
                403,
                "missing-scope");
        problem(
                post(CALLERS.bearer(CLIENT, user, "orders:read"), order(cup, 1), "key")
                        .exchange(),
                403,
                "missing-scope");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        problem(place("{\"lines\": [", ids.next("key")), 400, "malformed-request");
        problem(place("", ids.next("key")), 400, "malformed-request");
    }

    @Test
    void a_property_that_does_not_exist_is_pointed_at() {
        problem(
                        place(order(cup, 1).replace("\"quantity\"", "\"qantity\":1,\"quantity\""), ids.next("key")),
                        400,
                        "unknown-property")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/qantity");
    }

    @Test
    void every_broken_rule_is_pointed_at() {
        String body = "{\"lines\":[{\"productId\":\"%s\",\"quantity\":-1},{\"quantity\":1001}]}".formatted(cup);

        problem(place(body, ids.next("key")), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .value(pointers -> assertThat(pointers)
                        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                        .containsExactlyInAnyOrder(
                                "/lines/0/quantity",
                                "/lines/1/productId",
                                "/lines/1/quantity",
                                "/paymentToken",
                                "/shippingAddress"));
        problem(place("{\"lines\":[],\"paymentToken\":\"tok_visa\"}", ids.next("key")), 400, "validation-failed");
        problem(place("{\"lines\":[null],\"paymentToken\":\"tok_visa\"}", ids.next("key")), 400, "validation-failed");
    }

    @Test
    void a_product_that_the_catalog_does_not_have_is_pointed_at() {
        problem(place(order(new ProductId(ids.next("prd")), 1), ids.next("key")), 422, "unknown-product")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/productId")
                .jsonPath("$.catalogAsOf")
                .isEqualTo(PUBLISHED.toString());
    }

    @Test
    void another_price_than_expected_is_told() {
        String expecting = order(cup, 1).replace("1}", "1,\"expectedPrice\":{\"amount\":%d,\"currency\":\"EUR\"}}");

        problem(place(expecting.formatted(1200), ids.next("key")), 409, "price-changed")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/expectedPrice")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("is now 1250 EUR");
        place(expecting.formatted(1250), ids.next("key"))
                .expectStatus()
                .isCreated()
                .expectBody();
    }

    @Test
    void lines_that_make_no_order_are_refused() {
        problem(place(order(cup, 1, cup, 2), ids.next("key")), 400, "validation-failed")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/1/productId");
        problem(place(order(cup, 1, published(3900, "USD"), 1), ids.next("key")), 422, "mixed-currencies");
        problem(place(order(published((1L << 53) - 1, "EUR"), 2), ids.next("key")), 422, "total-too-large");
    }

    @Test
    void an_order_needs_a_key_of_its_own() {
        problem(post(customer(), order(cup, 1), null).exchange(), 400, "idempotency-key-required");
        problem(place(order(cup, 1), "k".repeat(256)), 400, "idempotency-key-invalid");
    }

    @Test
    void the_same_key_and_body_is_the_same_order_and_another_body_is_refused() {
        String key = ids.next("key");
        byte[] first = body(place(order(cup, 1), key));
        int told = events.told.size();

        assertThat(body(place(order(cup, 1), key).expectHeader().valueEquals("Idempotency-Replayed", "true")))
                .isEqualTo(first);
        problem(place(order(cup, 2), key), 422, "idempotency-key-reused");
        get("/v1/orders").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        assertThat(events.told).hasSize(told);
    }

    @Test
    void a_refusal_is_repeated_too() {
        String key = ids.next("key");
        String body = order(new ProductId(ids.next("prd")), 1);

        problem(place(body, key), 422, "unknown-product");
        problem(place(body, key).expectHeader().valueEquals("Idempotency-Replayed", "true"), 422, "unknown-product");
    }

    @Test
    void no_order_is_taken_while_too_much_waits_and_the_same_key_may_try_again() {
        String key = ids.next("key");
        events.full = true;
        problem(place(order(cup, 1), key).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5"), 503, "too-busy");

        events.full = false;
        place(order(cup, 1), key).expectStatus().isCreated().expectBody();
    }

    private ProductId published(long price, String currency) {
        ProductId id = new ProductId(ids.next("prd"));
        catalog.add(new CatalogEntry(
                        id, 1, Optional.of(new Offer("Espresso cup, white", Money.of(price, currency))), PUBLISHED))
                .block();
        return id;
    }

    private static String order(Object... productsAndQuantities) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < productsAndQuantities.length; i += 2) {
            lines.append(i == 0 ? "" : ",")
                    .append("{\"productId\":\"%s\",\"quantity\":%s}"
                            .formatted(productsAndQuantities[i], productsAndQuantities[i + 1]));
        }
        return "{\"lines\":[" + lines + "],\"shippingAddress\":" + ADDRESS + ",\"paymentToken\":\""
                + OrderFixtures.TOKEN.value() + "\"}";
    }

    private String placed(String body) {
        return place(body, ids.next("key"))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asText();
    }

    private WebTestClient.ResponseSpec place(String body, String key) {
        return post(customer(), body, key).exchange();
    }

    private RequestHeadersSpec<?> post(String bearer, String body, String key) {
        RequestHeadersSpec<?> request = as(bearer)
                .post()
                .uri("/v1/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private WebTestClient.ResponseSpec get(String uri) {
        return as(customer()).get().uri(uri).exchange();
    }

    private String customer() {
        return bearer(CLIENT, user);
    }

    private static String bearer(String client, String user) {
        return CALLERS.bearer(client, user, "orders:write", "orders:read");
    }

    private WebTestClient as(String bearer) {
        return http.mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, bearer)
                .entityExchangeResultConsumer(CONTRACT.exchangeConsumer())
                .build();
    }

    private static byte[] body(WebTestClient.ResponseSpec response) {
        return response.expectStatus().isCreated().expectBody().returnResult().getResponseBody();
    }

    private static BodyContentSpec problem(WebTestClient.ResponseSpec response, int status, String name) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + name);
    }
}
