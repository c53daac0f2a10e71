package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest extends RunningGateway {
    private static final String MONTHLY =
            "\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":%d}]";

    @Test
    void a_client_is_refused_once_its_quota_is_used_up_and_told_until_when() {
        HttpRequest.Builder request = client("used-up", MONTHLY.formatted(3), 3);
        for (int i = 0; i < 3; i++) {
            assertThat(send(request).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = send(request);

        JsonNode problem = problem(refused, 403, "quota-exceeded");
        assertThat(problem.at("/rule").asText()).isEqualTo("quota:monthly");
        assertThat(problem.at("/limit").asLong()).isEqualTo(3);
        assertThat(problem.at("/remaining").asLong()).isZero();
        assertThat(problem.at("/reset").asText())
                .isEqualTo(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(PRODUCTS.arrived()).hasSize(3);
    }

    @Test
    void the_common_request_asks_nobody() {
        HttpRequest.Builder request = client("common", MONTHLY.formatted(1_000_000), 1_000_000);
        send(request);
        long asked = USERS.asked("/internal/v1/quota-leases", "cli_common");

        for (int i = 0; i < 10; i++) {
            assertThat(send(request).statusCode()).isEqualTo(200);
        }

        assertThat(USERS.asked("/internal/v1/quota-leases", "cli_common") - asked)
                .isLessThanOrEqualTo(1);
    }

    @Test
    void an_operation_uses_up_what_it_costs_and_a_refused_request_nothing() {
        HttpRequest.Builder request = client("dear", MONTHLY.formatted(12) + ",\"costs\":{\"GET /v1/products\":5}", 12);
        send(request);
        send(request);

        assertThat(problem(send(request), 403, "quota-exceeded")
                        .at("/remaining")
                        .asLong())
                .isEqualTo(2);
        problem(send(client("dear", "/v1/orders").header("Authorization", "Basic x")), 401, "credentials-invalid");
        assertThat(send(client("dear", "/v1/products/prd_1")).statusCode()).isEqualTo(200);
        assertThat(send(client("dear", "/v1/products/prd_1")).statusCode()).isEqualTo(200);
        problem(send(client("dear", "/v1/products/prd_1")), 403, "quota-exceeded");
    }

    @Test
    void of_several_quotas_the_one_that_is_used_up_refuses_and_the_others_are_not_touched() {
        String both = "\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":100},"
                + "{\"name\":\"daily\",\"unit\":\"calls\",\"period\":\"day\",\"limit\":1}]";
        HttpRequest.Builder request = client("both", both, 100);
        USERS.quotas.limit("cli_both", "daily", 1);
        send(request);
        for (int i = 0; i < 5; i++) {
            assertThat(problem(send(request), 403, "quota-exceeded").at("/rule").asText())
                    .isEqualTo("quota:daily");
        }

        USERS.quotas.limit("cli_both", "daily", 10);
        USERS.plan("both", both.replace("\"limit\":1}", "\"limit\":10}"));
        // a quota that is used up is not asked for again for five seconds
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(send(request).statusCode()).isEqualTo(200));
    }

    @Test
    void bytes_of_both_bodies_are_counted_and_the_request_that_goes_over_is_the_last() {
        PRODUCTS.answers(arrived -> Reply.json(200, "x".repeat(600)));
        HttpRequest.Builder request = client(
                "bytes", "\"quotas\":[{\"name\":\"traffic\",\"unit\":\"bytes\",\"period\":\"day\",\"limit\":1000}]", 0);
        USERS.quotas.limit("cli_bytes", "traffic", 1000);

        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(send(request).statusCode()).isEqualTo(200);

        await().untilAsserted(() -> problem(send(request), 403, "quota-exceeded"));
        assertThat(USERS.quotas.used("cli_bytes", "traffic")).isEqualTo(1000);
    }

    @Test
    void a_quota_in_shadow_refuses_nobody_and_counts_what_it_would_have_refused() {
        HttpRequest.Builder request =
                client("shadow", MONTHLY.formatted(2).replace("\"limit\":2", "\"limit\":2,\"mode\":\"shadow\""), 2);

        for (int i = 0; i < 5; i++) {
            assertThat(send(request).statusCode()).isEqualTo(200);
        }

        assertThat(meters.counter("tollgate.gateway.quota", "outcome", "exceeded", "mode", "shadow")
                        .count())
                .isEqualTo(3);
        assertThat(USERS.quotas.used("cli_shadow", "monthly")).isEqualTo(2);
    }

    @Test
    void a_quota_that_users_service_does_not_know_is_not_counted() {
        HttpRequest.Builder request = client("unknown", MONTHLY.formatted(1), 0);

        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder client(String name, String plan, long limit) {
        USERS.plan(name, plan);
        USERS.clientOf(name, "tg_live_quota_" + name, "cli_" + name);
        if (limit > 0) {
            USERS.quotas.limit("cli_" + name, "monthly", limit);
        }
        return client(name, "/v1/products");
    }

    private HttpRequest.Builder client(String name, String path) {
        return request(path).header("X-API-Key", "tg_live_quota_" + name);
    }
}
