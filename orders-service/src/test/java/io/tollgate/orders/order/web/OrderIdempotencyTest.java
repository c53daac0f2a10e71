package io.tollgate.orders.order.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.OrdersOverHttp;
import io.tollgate.orders.catalog.ProductId;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Placing the same order again. */
class OrderIdempotencyTest extends OrdersOverHttp {
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

    /** Ten connections for a hundred: who waits holds none, or the one who works would get none. */
    @Test
    void a_hundred_equal_requests_at_once_are_one_order_and_a_hundred_equal_answers() {
        String key = ids.next("key");
        String body = order(cup, 1);
        int told = events.told.size();

        List<String> answers = Flux.range(0, 100)
                .flatMap(
                        i -> Mono.fromCallable(() -> new String(body(place(body, key)), UTF_8))
                                .subscribeOn(Schedulers.boundedElastic()),
                        100)
                .collectList()
                .block();

        assertThat(answers).hasSize(100).containsOnly(answers.get(0));
        assertThat(events.told).hasSize(told + 1);
        get("/v1/orders").expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }
}
