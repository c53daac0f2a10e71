package io.tollgate.orders.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.OrdersOverHttp;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.OrderFixtures;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Placing orders over HTTP. */
class PlaceOrderControllerTest extends OrdersOverHttp {
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
    void no_order_is_taken_while_too_much_waits_and_the_same_key_may_try_again() {
        String key = ids.next("key");
        events.full = true;
        problem(place(order(cup, 1), key).expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "5"), 503, "too-busy");

        events.full = false;
        place(order(cup, 1), key).expectStatus().isCreated().expectBody();
    }

    @Test
    void an_address_is_held_to_its_rules() {
        String body = order(cup, 1)
                .replace("\"GB\"", "\"UK\"")
                .replace("Ada Lovelace", " ")
                .replace("London", "Lon\\ndon")
                .replace("SW1Y 4JH", "1".repeat(21));

        problem(place(body, ids.next("key")), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .value(pointers -> assertThat(pointers)
                        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                        .contains(
                                "/shippingAddress/country",
                                "/shippingAddress/name",
                                "/shippingAddress/city",
                                "/shippingAddress/postalCode"));
    }

    @Test
    void an_address_may_be_as_long_as_users_keeps_it() {
        String longest = "1 " + "ä".repeat(198);
        String order = placed(order(cup, 1).replace("Ada Lovelace", longest));

        get("/v1/orders/" + order)
                .expectBody()
                .jsonPath("$.shippingAddress.name")
                .isEqualTo(longest);
    }

    @Test
    void a_card_number_is_refused_wherever_it_is_written() {
        for (String place : List.of("Ada Lovelace", "London", OrderFixtures.TOKEN.value())) {
            problem(place(order(cup, 1).replace(place, "4111 1111 1111 1111"), ids.next("key")), 400, "card-number");
        }
    }

    @Test
    void the_address_and_the_partners_name_are_kept() {
        String name = ids.next("po");
        String order = placed(named(order(cup, 1), name));

        get("/v1/orders/" + order)
                .expectBody()
                .jsonPath("$.shippingAddress.name")
                .isEqualTo("Ada Lovelace")
                .jsonPath("$.externalId")
                .isEqualTo(name);
        problem(place(named(order(cup, 2), name), ids.next("key")), 409, "external-id-taken")
                .jsonPath("$.orderId")
                .isEqualTo(order);
        problem(
                        post(bearer(CLIENT, ids.next("usr")), named(order(cup, 2), name), ids.next("key"))
                                .exchange(),
                        409,
                        "external-id-taken")
                .jsonPath("$.orderId")
                .doesNotExist();
    }

    @Test
    void a_product_that_is_no_longer_sold_is_pointed_at() {
        ProductId teapot = new ProductId(ids.next("prd"));
        catalog.add(new CatalogEntry(teapot, 3, Optional.empty(), PUBLISHED)).block();

        problem(place(order(cup, 1, teapot, 1), ids.next("key")), 422, "product-retired")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/1/productId");
    }

    private static String named(String body, String externalId) {
        return body.replaceFirst("\\{", "{\"externalId\":\"" + externalId + "\",");
    }
}
