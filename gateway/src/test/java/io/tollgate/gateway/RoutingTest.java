package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.FakeService.Arrived;
import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class RoutingTest extends RunningGateway {
    @Test
    void a_known_caller_reaches_the_service_with_everything_it_sent_but_its_credentials() {
        ORDERS.answers(order -> Reply.json(201, "{\"id\":\"ord_1\"}").with("Location", "/v1/orders/ord_1"));

        HttpResponse<String> answer =
                send(post(signedIn("/v1/orders?a=%20b&c").header("Idempotency-Key", "k1"), "{\"x\":1}"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":\"ord_1\"}");
        assertThat(answer.headers().firstValue("Location")).contains("/v1/orders/ord_1");
        Arrived order = ORDERS.last();
        assertThat(order.method()).isEqualTo("POST");
        assertThat(order.uri()).isEqualTo("/v1/orders?a=%20b&c");
        assertThat(order.text()).isEqualTo("{\"x\":1}");
        assertThat(order.headers().get("Idempotency-Key")).isEqualTo("k1");
        assertThat(order.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(order.headers().get("Host")).isEqualTo("127.0.0.1:" + ORDERS.port());
        assertThat(order.headers().get("X-Request-Id"))
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(order.headers().contains("X-API-Key")).isFalse();
        assertThat(order.headers().getAll("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ");
    }

    @Test
    void the_service_learns_who_is_asking_from_a_token_made_out_to_it() {
        send(signedIn("/v1/orders/ord_1"));

        String token = ORDERS.last().headers().get("Authorization").substring("Bearer ".length());
        var caller = heard("orders", token).orElseThrow();
        assertThat(caller.clientId()).isEqualTo("cli_demo");
        assertThat(caller.userId()).contains("usr_ada");
        assertThat(caller.roles()).containsExactly("customer");
        assertThat(caller.scopes()).contains("orders:write", "orders:read");
        assertThat(heard("payments", token)).isEmpty();
    }

    @Test
    void each_route_leads_to_its_service() {
        send(signedIn("/v1/users/me"));
        send(withKey("/v1/products?limit=2"));
        send(signedIn("/v1/orders/ord_1/payment"));

        assertThat(USERS.asked("/v1/users/me")).isOne();
        assertThat(PRODUCTS.last().uri()).isEqualTo("/v1/products?limit=2");
        assertThat(PAYMENTS.last().uri()).isEqualTo("/v1/orders/ord_1/payment");
    }

    @Test
    void a_problem_of_the_service_passes_untouched() {
        ORDERS.answers(order -> Reply.problem(422, "{\"type\":\"https://tollgate.io/problems/unknown-product\"}"));

        HttpResponse<String> answer = send(post(signedIn("/v1/orders"), "{}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"type\":\"https://tollgate.io/problems/unknown-product\"}");
    }
}
