package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ApiContract;
import io.tollgate.values.Ids;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** Every answer is held against the OpenAPI. */
class ProductsApiIT extends RunningProducts {
    private static final Consumer<EntityExchangeResult<?>> CONTRACT =
            ApiContract.of("products").exchangeConsumer();

    @Autowired
    private Ids ids;

    private WebTestClient seller;
    private WebTestClient reader;
    private Shop shop;

    @BeforeEach
    void callers() {
        seller = documented(asSeller());
        reader = documented(asReader());
        shop = new Shop(seller);
    }

    @Test
    void a_published_product_is_read_where_the_answer_says() {
        Map<String, Object> cup = cup(sku());
        var published = publish(cup).expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"v1\"");
        String location =
                published.returnResult(Void.class).getResponseHeaders().getFirst(HttpHeaders.LOCATION);

        reader.get()
                .uri(location)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sku")
                .isEqualTo(cup.get("sku"))
                .jsonPath("$.price.amount")
                .isEqualTo(1250)
                .jsonPath("$.description")
                .doesNotExist();
        reader.get()
                .uri(location)
                .header(HttpHeaders.IF_NONE_MATCH, "\"v1\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void the_same_key_publishes_once_and_another_body_under_it_is_refused() {
        Map<String, Object> cup = cup(sku());
        String key = ids.next("key");

        String first = body(publish(cup, key).expectStatus().isCreated());
        String second = body(publish(cup, key)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true"));

        assertThat(second).isEqualTo(first);
        refused(publish(cup(sku()), key), HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused");
    }

    @Test
    void a_sku_is_published_once_whatever_its_case() {
        String sku = sku();
        publish(cup(sku)).expectStatus().isCreated();

        refused(publish(cup(sku.toUpperCase())), HttpStatus.CONFLICT, "sku-taken")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/sku");
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        var nonsense = Map.of("sku", "-", "name", " ", "price", Map.of("amount", -1, "currency", "EUR"));

        refused(publish(nonsense), HttpStatus.BAD_REQUEST, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .value(pointers -> assertThat((List<?>) pointers)
                        .asList()
                        .containsExactlyInAnyOrder("/sku", "/name", "/price/amount"));
    }

    @Test
    void an_unknown_property_and_a_text_that_is_no_json_are_refused() {
        refused(
                publish(Map.of("sku", sku(), "name", "Cup", "price", price(), "colour", "white")),
                HttpStatus.BAD_REQUEST,
                "unknown-property");
        refused(
                seller.post()
                        .uri("/v1/products")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"sku\":")
                        .exchange(),
                HttpStatus.BAD_REQUEST,
                "malformed-request");
    }

    @Test
    void publishing_needs_the_scope_and_a_user_and_reading_its_own_scope() {
        refused(
                documented(asApplication("catalog:read"))
                        .post()
                        .uri("/v1/products")
                        .bodyValue(cup(sku()))
                        .exchange(),
                HttpStatus.FORBIDDEN,
                "missing-scope");
        refused(
                documented(asApplication("catalog:write"))
                        .post()
                        .uri("/v1/products")
                        .bodyValue(cup(sku()))
                        .exchange(),
                HttpStatus.UNAUTHORIZED,
                "user-required");
        refused(
                documented(asCustomer())
                        .post()
                        .uri("/v1/products")
                        .bodyValue(cup(sku()))
                        .exchange(),
                HttpStatus.FORBIDDEN,
                "missing-role");
        refused(
                documented(asApplication("orders:read"))
                        .get()
                        .uri("/v1/products")
                        .exchange(),
                HttpStatus.FORBIDDEN,
                "missing-scope");
        refused(
                documented(asNobody()).get().uri("/v1/products").exchange(),
                HttpStatus.UNAUTHORIZED,
                "caller-token-required");
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() {
        shop.published(sku());
        shop.published(sku());

        String link = reader.get()
                .uri("/v1/products?limit=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LINK);

        assertThat(link).endsWith("rel=\"next\"");
        String next = link.substring(1, link.indexOf('>'));
        reader.get()
                .uri(next)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        refused(reader.get().uri("/v1/products?limit=0").exchange(), HttpStatus.BAD_REQUEST, "validation-failed");
        refused(reader.get().uri("/v1/products?after=eA").exchange(), HttpStatus.BAD_REQUEST, "validation-failed");
    }

    @Test
    void a_product_that_was_never_published_is_not_found_and_has_no_stock() {
        String unknown = ids.next("prd");

        refused(reader.get().uri("/v1/products/" + unknown).exchange(), HttpStatus.NOT_FOUND, "not-found");
        refused(stock(seller, unknown), HttpStatus.NOT_FOUND, "not-found");
        refused(stock(reader, unknown), HttpStatus.FORBIDDEN, "missing-scope");
    }

    @Test
    void a_count_needs_the_tag_of_the_stock_that_was_seen() {
        String cup = shop.published(sku());

        refused(count(cup, null, 5), HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        count(cup, "\"v1\"", 5).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"v2\"");
        refused(count(cup, "\"v1\"", 6), HttpStatus.PRECONDITION_FAILED, "precondition-failed");
        refused(count(cup, "\"v2\"", -1), HttpStatus.BAD_REQUEST, "validation-failed");
    }

    @Test
    void fewer_than_are_promised_to_orders_cannot_be_counted() {
        String cup = shop.stocked(sku(), 5);
        String order = ids.next("ord");
        try (Orders orders = new Orders()) {
            orders.place(order, Map.of(cup, 3));
            orders.answer(order);
        }

        refused(count(cup, "\"v3\"", 2), HttpStatus.CONFLICT, "stock-below-reserved")
                .jsonPath("$.reserved")
                .isEqualTo(3);
        count(cup, "\"v3\"", 3).expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec publish(Map<String, ?> product) {
        return seller.post().uri("/v1/products").bodyValue(product).exchange();
    }

    private WebTestClient.ResponseSpec publish(Map<String, ?> product, String key) {
        return seller.post()
                .uri("/v1/products")
                .header("Idempotency-Key", key)
                .bodyValue(product)
                .exchange();
    }

    private WebTestClient.ResponseSpec count(String product, String tag, int pieces) {
        return seller.put()
                .uri("/v1/products/{id}/stock", product)
                .headers(headers -> {
                    if (tag != null) {
                        headers.setIfMatch(tag);
                    }
                })
                .bodyValue(Map.of("onHand", pieces))
                .exchange();
    }

    private static WebTestClient.ResponseSpec stock(WebTestClient caller, String product) {
        return caller.get().uri("/v1/products/{id}/stock", product).exchange();
    }

    private static BodyContentSpec refused(WebTestClient.ResponseSpec answer, HttpStatus status, String problem) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + problem);
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }

    private static WebTestClient documented(WebTestClient client) {
        return client.mutate().entityExchangeResultConsumer(CONTRACT).build();
    }

    private static Map<String, Object> cup(String sku) {
        return Map.of("sku", sku, "name", "Espresso cup, white", "price", price(), "status", "active");
    }

    private static Map<String, Object> price() {
        return Map.of("amount", 1250, "currency", "EUR");
    }

    private String sku() {
        return ids.next("sku");
    }
}
