package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Places orders over HTTP and looks after them. */
record Customer(WebTestClient http) {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Places an order for a product as soon as orders has learned of it. */
    String order(String product, String key) {
        return await().atMost(SOON)
                .until(() -> tryToOrder(product, key), answer -> answer.getStatus() == HttpStatus.CREATED)
                .getResponseBody()
                .path("id")
                .asText();
    }

    private EntityExchangeResult<JsonNode> tryToOrder(String product, String key) {
        return http.post()
                .uri("/v1/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key + System.nanoTime())
                .bodyValue(
                        """
                        {"lines":[{"productId":"%s","quantity":2}],"paymentToken":"tok_visa","shippingAddress":
                         {"name":"Ada Lovelace","line1":"12 St James's Square","city":"London","postalCode":"SW1Y 4JH",
                          "country":"GB"}}
                        """
                                .formatted(product))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    void awaitStatus(String order, String status) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(order(order).path("status").asText()).isEqualTo(status));
    }

    void awaitTransition(String order, String transition) {
        await().atMost(SOON).untilAsserted(() -> assertThat(timeline(order).findValuesAsText("transition"))
                .contains(transition));
    }

    JsonNode order(String id) {
        return get("/v1/orders/" + id);
    }

    JsonNode timeline(String id) {
        return get("/v1/orders/" + id + "/timeline").path("items");
    }

    private JsonNode get(String uri) {
        return http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
