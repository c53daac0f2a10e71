package io.tollgate.products;

import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A seller at work over HTTP. */
final class Shop {
    private final WebTestClient seller;

    Shop(WebTestClient seller) {
        this.seller = seller;
    }

    /** Publishes a product and counts so many pieces; its id. */
    String stocked(String sku, int pieces) {
        String id = published(sku);
        count(id, "\"v1\"", pieces);
        return id;
    }

    String published(String sku) {
        return (String) seller.post()
                .uri("/v1/products")
                .bodyValue(Map.of(
                        "sku",
                        sku,
                        "name",
                        "Cup " + sku,
                        "price",
                        Map.of("amount", 1250, "currency", "EUR"),
                        "status",
                        "active"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id");
    }

    void count(String id, String tag, int pieces) {
        seller.put()
                .uri("/v1/products/{id}/stock", id)
                .header("If-Match", tag)
                .bodyValue(Map.of("onHand", pieces))
                .exchange()
                .expectStatus()
                .isOk();
    }

    Level level(String id) {
        return seller.get()
                .uri("/v1/products/{id}/stock", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Level.class)
                .returnResult()
                .getResponseBody();
    }

    record Level(String productId, int onHand, int reserved, int available) {
        static Level of(String productId, int onHand, int reserved) {
            return new Level(productId, onHand, reserved, onHand - reserved);
        }
    }
}
