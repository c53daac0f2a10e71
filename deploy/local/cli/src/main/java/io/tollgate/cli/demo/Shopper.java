package io.tollgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.demo.ApiClient.Answer;
import io.tollgate.cli.platform.Install;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user of an API client who orders and looks at what became of it. */
public final class Shopper {

    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Ada Lovelace",
            "line1", "12 St James's Square",
            "city", "London",
            "postalCode", "SW1Y 4JH",
            "country", "GB");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ApiClient api;

    public Shopper(ApiClient api) {
        this.api = api;
    }

    /** Registers a new user through a client's key. */
    public static Shopper registered(Install install, String apiKey, String email, String name) {
        return registered(install, apiKey, email, Seeding.randomPassword(), name);
    }

    /** The same, with a password that is needed again. */
    public static Shopper registered(Install install, String apiKey, String email, String password, String name) {
        return new Shopper(NewUser.register(install, apiKey, email, password, name));
    }

    /** Places an order for one piece of each product and returns the order. */
    public JsonNode place(String paymentToken, String... productIds) {
        return post(UUID.randomUUID().toString(), paymentToken, productIds)
                .expect(201)
                .body();
    }

    public Answer post(String idempotencyKey, String paymentToken, String... productIds) {
        List<Map<String, Object>> lines = List.of(productIds).stream()
                .map(id -> Map.<String, Object>of("productId", id, "quantity", 1))
                .toList();
        return api.post(
                "/v1/orders",
                Map.of("lines", lines, "shippingAddress", ADDRESS, "paymentToken", paymentToken),
                "Idempotency-Key",
                idempotencyKey);
    }

    /** The same user, for calls that are not here. */
    public ApiClient api() {
        return api;
    }

    public JsonNode catalog() {
        return api.get("/v1/products").expect(200).body();
    }

    public JsonNode me() {
        return api.get("/v1/users/me").expect(200).body();
    }

    public JsonNode order(String orderId) {
        return api.get("/v1/orders/" + orderId).expect(200).body();
    }

    /** Waits for one of these; who waits for CONFIRMED must not miss that it was SHIPPED meanwhile. */
    public JsonNode awaitStatus(String orderId, String... statuses) {
        return Await.until(
                "order " + orderId + " becoming " + String.join(" or ", statuses),
                PATIENCE,
                () -> order(orderId),
                order -> List.of(statuses).contains(order.at("/status").asText()));
    }

    public JsonNode awaitPayment(String orderId, String status) {
        return Await.until(
                        "the payment of " + orderId + " becoming " + status,
                        PATIENCE,
                        () -> api.get("/v1/orders/" + orderId + "/payment"),
                        answer ->
                                answer.status() == 200 && answer.text("/status").equals(status))
                .body();
    }

    public JsonNode timeline(String orderId) {
        return api.get("/v1/orders/" + orderId + "/timeline").expect(200).body().at("/items");
    }
}
