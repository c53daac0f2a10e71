package io.tollgate.orders.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.OrdersOverHttp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Reading an order, and who may. */
class ReadOrderControllerTest extends OrdersOverHttp {
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
    void an_order_that_is_still_as_it_was_is_not_sent_again() {
        String order = placed(order(cup, 1));

        as(customer())
                .get()
                .uri("/v1/orders/" + order)
                .header(HttpHeaders.IF_NONE_MATCH, "\"v1\"")
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody();
    }

    @Test
    void a_timeline_to_which_nothing_was_added_is_not_sent_again() {
        String order = placed(order(cup, 1));
        String timeline = "/v1/orders/" + order + "/timeline";
        String seen =
                get(timeline).expectBody().returnResult().getResponseHeaders().getETag();

        status(timeline, seen).isNotModified().expectBody();
        cancel(customer(), order, ids.next("key")).expectStatus().isOk().expectBody();
        status(timeline, seen).isOk().expectBody();
    }

    private StatusAssertions status(String uri, String seen) {
        return as(customer())
                .get()
                .uri(uri)
                .header(HttpHeaders.IF_NONE_MATCH, seen)
                .exchange()
                .expectStatus();
    }

    @Test
    void support_sees_everybodys_orders() {
        String order = "/v1/orders/" + placed(order(cup, 1));

        for (String role : List.of("support", "admin")) {
            WebTestClient office = as(CALLERS.bearer(ids.next("cli"), ids.next("usr"), List.of(role), "orders:read"));
            office.get().uri(order).exchange().expectStatus().isOk().expectBody();
            office.get()
                    .uri(order + "/timeline")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody();
        }
    }
}
