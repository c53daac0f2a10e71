package io.tollgate.orders.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.OrdersOverHttp;
import io.tollgate.orders.OrdersWithoutBus.Receipts;
import io.tollgate.orders.order.FormerUsers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left of a user who was erased, on the real tables. */
class EraseUserTest extends OrdersOverHttp {
    @Autowired
    private EraseUser eraseUser;

    @Autowired
    private LookAgain lookAgain;

    @Autowired
    private FormerUsers formerUsers;

    @Autowired
    private Receipts receipts;

    @Test
    void open_orders_end_addresses_and_answers_go_and_a_receipt_says_how_many() {
        String key = ids.next("key");
        String open = ids.next("po");
        body(place(named(open), key));
        String other = placedBySomebodyElse();

        eraseUser.handle(user, 5, "users.user-erased.v1").block();

        JsonNode order = only(customer());
        assertThat(order.path("status").asText()).isEqualTo("CANCELED");
        assertThat(order.has("shippingAddress")).isFalse();
        assertThat(order.path("externalId").asText()).isEqualTo(open);
        // the address and the stored answer
        assertThat(receipts.given).contains(user + " 5 2");
        assertThat(only(other).has("shippingAddress")).isTrue();
        place(order(cup, 1), key)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist("Idempotency-Replayed")
                .expectBody()
                .jsonPath("$.type")
                .value(type -> assertThat(String.valueOf(type)).endsWith("credentials-invalid"));
    }

    @Test
    void what_was_placed_at_the_same_moment_is_forgotten_a_little_later() {
        placed(order(cup, 1));
        formerUsers.add(user, Instant.EPOCH).block();

        lookAgain.handle().block();

        JsonNode order = only(customer());
        assertThat(order.path("status").asText()).isEqualTo("CANCELED");
        assertThat(order.has("shippingAddress")).isFalse();
        assertThat(formerUsers.due(Instant.now(), 100).collectList().block()).doesNotContain(user);
    }

    @Test
    void once_more_finds_nothing() {
        placed(order(cup, 1));

        eraseUser
                .handle(user, 5, "a fact")
                .then(eraseUser.handle(user, 5, "again"))
                .block();

        assertThat(receipts.given).contains(user + " 5 2", user + " 5 0");
    }

    private String placedBySomebodyElse() {
        String other = bearer(CLIENT, ids.next("usr"));
        post(other, order(cup, 1), ids.next("key"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody();
        return other;
    }

    private JsonNode only(String bearer) {
        return as(bearer)
                .get()
                .uri("/v1/orders")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/items/0");
    }

    private String named(String externalId) {
        return order(cup, 1).replaceFirst("\\{", "{\"externalId\":\"" + externalId + "\",");
    }
}
