package io.tollgate.orders.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.OrdersOverHttp;
import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.RecordAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Canceling over HTTP. */
class CancellationControllerTest extends OrdersOverHttp {
    @Autowired
    private RecordAnswer recordAnswer;

    @Test
    void an_order_is_canceled_once_and_again_it_is_as_it_is() {
        String order = placed(order(cup, 1));
        String key = ids.next("key");
        int told = events.told.size();

        for (String each : List.of(key, key, ids.next("key"))) {
            cancel(customer(), order, each)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("ETag", "\"v2\"")
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("CANCELED")
                    .jsonPath("$.reason")
                    .isEqualTo("customer");
        }
        assertThat(events.told).hasSize(told + 1);
    }

    @Test
    void what_is_on_its_way_is_not_canceled() {
        String order = placed(order(cup, 1));
        for (Answer answer : List.of(
                OrderFixtures.stockReserved(),
                OrderFixtures.authorized(),
                OrderFixtures.captured(),
                OrderFixtures.booked())) {
            recordAnswer.handle(new OrderId(order), answer, "a fact").block();
        }

        problem(cancel(customer(), order, ids.next("key")), 409, "order-shipped");
    }

    @Test
    void somebody_elses_order_does_not_exist_but_support_may_cancel_it() {
        String order = placed(order(cup, 1));

        problem(cancel(bearer(CLIENT, ids.next("usr")), order, ids.next("key")), 404, "not-found");
        problem(cancel(bearer(ids.next("cli"), user), order, ids.next("key")), 404, "not-found");
        problem(cancel(CALLERS.bearer(CLIENT, user, "orders:read"), order, ids.next("key")), 403, "missing-scope");
        cancel(
                        CALLERS.bearer(ids.next("cli"), ids.next("usr"), List.of("support"), "orders:write"),
                        order,
                        ids.next("key"))
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void a_cancellation_needs_a_key_that_is_for_this_order() {
        String key = ids.next("key");
        cancel(customer(), placed(order(cup, 1)), key).expectStatus().isOk().expectBody();

        problem(
                as(customer())
                        .post()
                        .uri("/v1/orders/" + ids.next("ord") + "/cancellation")
                        .exchange(),
                400,
                "idempotency-key-required");
    }
}
