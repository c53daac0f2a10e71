package io.tollgate.orders.refund.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.OrdersOverHttp;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.RecordAnswer;
import io.tollgate.orders.refund.SettleRefund;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Money back over HTTP, on the real tables. */
class RefundControllerTest extends OrdersOverHttp {
    @Autowired
    private RecordAnswer recordAnswer;

    @Autowired
    private SettleRefund settleRefund;

    private String shipped;
    private String office;

    @BeforeEach
    void two_cups_were_shipped_for_25_euros() {
        shipped = placed(order(cup, 2));
        office = CALLERS.bearer(ids.next("cli"), ids.next("usr"), List.of("support"), "orders:write", "orders:read");
        Flux.just(
                        OrderFixtures.stockReserved(),
                        OrderFixtures.authorized(),
                        OrderFixtures.captured(),
                        OrderFixtures.booked())
                .concatMap(answer -> recordAnswer.handle(new OrderId(shipped), answer, "a fact"))
                .then()
                .block();
    }

    @Test
    void a_part_then_the_rest_and_no_more() {
        assertThat(refunded(euros(1000)).path("amount").path("amount").asLong()).isEqualTo(1000);
        problem(refund(office, euros(1501), ids.next("key")), 422, "refund-too-large")
                .jsonPath("$.refundable.amount")
                .isEqualTo(1500);
        assertThat(refunded("{}").path("amount").path("amount").asLong()).isEqualTo(1500);
        problem(refund(office, "{}", ids.next("key")), 422, "refund-too-large");
        assertThat(list().findValuesAsText("status")).containsExactly("REQUESTED", "REQUESTED");
    }

    @Test
    void many_at_once_never_give_back_more_than_was_paid() {
        Flux.range(0, 20)
                .flatMap(
                        i -> Mono.fromCallable(() -> refund(office, euros(300), ids.next("key"))
                                        .expectBody()
                                        .returnResult()
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        20)
                .collectList()
                .block();

        assertThat(list().size()).isBetween(1, 8);
    }

    @Test
    void payments_answers_once_for_each() {
        String paid = refunded(euros(1000)).path("id").asText();
        String refused = refunded(euros(1500)).path("id").asText();

        settleRefund.paid(paid, "a fact").then(settleRefund.paid(paid, "again")).block();
        settleRefund.refused(refused, "refund_refused", "a fact").block();
        settleRefund.paid(refused, "too late").block();

        assertThat(list().findValuesAsText("status")).containsExactly("REFUSED", "PAID");
        assertThat(list().get(0).path("refusal").asText()).isEqualTo("refund_refused");
        assertThat(refunded("{}").path("amount").path("amount").asLong()).isEqualTo(1500);
    }

    @Test
    void only_support_asks_and_the_buyer_sees() {
        problem(refund(customer(), "{}", ids.next("key")), 403, "missing-role");
        refunded(euros(1));

        assertThat(list(customer()).size()).isEqualTo(1);
        problem(as(bearer(CLIENT, ids.next("usr"))).get().uri(uri()).exchange(), 404, "not-found");
    }

    @Test
    void nobody_refunds_an_order_of_their_own() {
        for (String role : List.of("support", "admin")) {
            for (String client : List.of(CLIENT, ids.next("cli"))) {
                String buyer = CALLERS.bearer(client, user, List.of(role), "orders:write", "orders:read");

                problem(refund(buyer, "{}", ids.next("key")), 403, "own-order");
            }
        }
        assertThat(list().size()).isZero();
    }

    @Test
    void what_is_not_shipped_is_not_refunded() {
        String waiting = placed(order(cup, 1));

        problem(post(waiting, office, "{}", ids.next("key")), 409, "order-not-shipped");
        problem(post(ids.next("ord"), office, "{}", ids.next("key")), 404, "not-found");
    }

    @Test
    void an_amount_is_some_money_of_the_orders_currency() {
        problem(refund(office, euros(0), ids.next("key")), 400, "validation-failed");
        problem(refund(office, euros(1).replace("EUR", "USD"), ids.next("key")), 400, "validation-failed")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/amount/currency");
        problem(refund(office, "{\"reason\":\"\"}", ids.next("key")), 400, "validation-failed");
    }

    @Test
    void the_same_key_is_the_same_refund() {
        String key = ids.next("key");
        for (int i = 0; i < 3; i++) {
            refund(office, euros(900), key).expectStatus().isCreated().expectBody();
        }

        assertThat(list().size()).isEqualTo(1);
    }

    private JsonNode refunded(String body) {
        return refund(office, body, ids.next("key"))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode list() {
        return list(office);
    }

    private JsonNode list(String bearer) {
        return as(bearer)
                .get()
                .uri(uri())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("items");
    }

    private ResponseSpec refund(String bearer, String body, String key) {
        return post(shipped, bearer, body, key);
    }

    private ResponseSpec post(String order, String bearer, String body, String key) {
        return as(bearer)
                .post()
                .uri("/v1/orders/" + order + "/refunds")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private String uri() {
        return "/v1/orders/" + shipped + "/refunds";
    }

    private static String euros(long amount) {
        return "{\"amount\":{\"amount\":%d,\"currency\":\"EUR\"},\"reason\":\"A cup arrived broken\"}"
                .formatted(amount);
    }
}
