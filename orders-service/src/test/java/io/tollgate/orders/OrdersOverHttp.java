package io.tollgate.orders;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

/** A customer, a cup, and the whole API without the bus. */
@OrdersWithoutBus
public abstract class OrdersOverHttp {
    protected static final ApiContract CONTRACT = ApiContract.of("orders");
    protected static final TestCallers CALLERS = TestCallers.of("orders");
    /** For one answer: many are asked for at once, on machines that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    protected static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    protected static final String ADDRESS =
            """
            {"name":"Ada Lovelace","line1":"12 St James's Square","city":"London","postalCode":"SW1Y 4JH","country":"GB"}
            """
                    .strip();
    protected static final Instant PUBLISHED = Instant.parse("2026-04-02T10:30:00.25Z");

    @Autowired
    protected WebTestClient http;

    @Autowired
    protected Catalog catalog;

    @Autowired
    protected RecordingOrderEvents events;

    @Autowired
    protected Ids ids;

    protected ProductId cup;
    protected String user;

    @BeforeEach
    protected void a_cup_and_a_customer() {
        cup = published(1250, "EUR");
        user = ids.next("usr");
    }

    @AfterEach
    protected void room_in_the_outbox() {
        events.full = false;
    }

    protected ProductId published(long price, String currency) {
        ProductId id = new ProductId(ids.next("prd"));
        catalog.add(new CatalogEntry(
                        id, 1, Optional.of(new Offer("Espresso cup, white", Money.of(price, currency))), PUBLISHED))
                .block();
        return id;
    }

    protected static String order(Object... productsAndQuantities) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < productsAndQuantities.length; i += 2) {
            lines.append(i == 0 ? "" : ",")
                    .append("{\"productId\":\"%s\",\"quantity\":%s}"
                            .formatted(productsAndQuantities[i], productsAndQuantities[i + 1]));
        }
        return "{\"lines\":[" + lines + "],\"shippingAddress\":" + ADDRESS + ",\"paymentToken\":\""
                + OrderFixtures.TOKEN.value() + "\"}";
    }

    protected String placed(String body) {
        return place(body, ids.next("key"))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asText();
    }

    protected WebTestClient.ResponseSpec place(String body, String key) {
        return post(customer(), body, key).exchange();
    }

    protected RequestHeadersSpec<?> post(String bearer, String body, String key) {
        RequestHeadersSpec<?> request = as(bearer)
                .post()
                .uri("/v1/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    protected WebTestClient.ResponseSpec get(String uri) {
        return as(customer()).get().uri(uri).exchange();
    }

    protected String customer() {
        return bearer(CLIENT, user);
    }

    protected static String bearer(String client, String user) {
        return CALLERS.bearer(client, user, "orders:write", "orders:read");
    }

    protected WebTestClient as(String bearer) {
        return http.mutate()
                .responseTimeout(PATIENCE)
                .defaultHeader(HttpHeaders.AUTHORIZATION, bearer)
                .entityExchangeResultConsumer(CONTRACT.exchangeConsumer())
                .build();
    }

    protected static byte[] body(WebTestClient.ResponseSpec response) {
        return response.expectStatus().isCreated().expectBody().returnResult().getResponseBody();
    }

    protected static BodyContentSpec problem(WebTestClient.ResponseSpec response, int status, String name) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + name);
    }

    protected WebTestClient.ResponseSpec cancel(String bearer, String order, String key) {
        return as(bearer)
                .post()
                .uri("/v1/orders/" + order + "/cancellation")
                .header("Idempotency-Key", key)
                .exchange();
    }
}
