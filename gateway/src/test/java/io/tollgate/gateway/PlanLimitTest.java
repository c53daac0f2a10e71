package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PlanLimitTest extends RunningGateway {
    @Test
    void a_client_is_told_what_is_left_and_refused_when_nothing_is() {
        HttpRequest.Builder request = client("told", 3);

        HttpResponse<String> first = send(request);
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"burst\";q=3;w=180");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).matches("\"burst\";r=2;t=(59|60)");
        send(request);
        assertThat(send(request).headers().firstValue("RateLimit").orElseThrow())
                .startsWith("\"burst\";r=0;t=");

        HttpResponse<String> refused = send(request);

        JsonNode problem = problem(refused, 429, "rate-limit-exceeded");
        assertThat(problem.at("/plan").asText()).isEqualTo("free");
        assertThat(problem.at("/rule").asText()).isEqualTo("plan:free/limit:burst");
        assertThat(problem.at("/limit").asLong()).isEqualTo(3);
        assertThat(problem.at("/remaining").asLong()).isZero();
        assertThat(problem.at("/reset").asLong()).isBetween(150L, 180L);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(30L, 60L);
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"burst\";r=0;t=");
        assertThat(PRODUCTS.arrived()).hasSize(3);
    }

    @Test
    void what_is_refused_before_the_limit_costs_nothing() {
        HttpRequest.Builder request = client("free", 1);
        for (int i = 0; i < 3; i++) {
            problem(send(client("free", 1).header("Authorization", "Basic x")), 401, "credentials-invalid");
        }

        assertThat(send(request).statusCode()).isEqualTo(200);
        problem(send(request), 429, "rate-limit-exceeded");
    }

    @Test
    void one_clients_limit_is_not_anothers() {
        send(client("one", 1));
        problem(send(client("one", 1)), 429, "rate-limit-exceeded");

        assertThat(send(client("other", 1)).statusCode()).isEqualTo(200);
    }

    @Test
    void every_answer_after_the_limit_says_what_is_left_whoever_gives_it() {
        PRODUCTS.answers(request -> FakeService.Reply.problem(404, "{}"));
        HttpResponse<String> notFound = send(client("everywhere", 10));
        PRODUCTS.answers(request -> FakeService.Reply.NONE);
        HttpResponse<String> away = send(client("everywhere", 10));

        assertThat(notFound.statusCode()).isEqualTo(404);
        assertThat(limit(notFound)).startsWith("\"burst\";r=9;");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(limit(away)).startsWith("\"burst\";r=8;");
        assertThat(away.headers().firstValue("X-RateLimit-Limit")).contains("10");
        assertThat(away.headers().firstValue("X-RateLimit-Remaining")).contains("8");
        assertThat(away.headers().firstValue("X-RateLimit-Reset").orElseThrow()).matches("1(1\\d|20)");
    }

    @Test
    void what_a_service_says_of_limits_is_not_passed_on() {
        PRODUCTS.answers(request -> FakeService.Reply.json(200, "{}")
                .with("X-RateLimit-Remaining", "77")
                .with("RateLimit", "mine"));

        HttpResponse<String> answer = send(client("own", 10));

        assertThat(answer.headers().allValues("X-RateLimit-Remaining")).containsExactly("9");
        assertThat(answer.headers().allValues("RateLimit")).hasSize(1);
    }

    @Test
    void all_limits_are_counted_and_named_and_one_that_refuses_costs_the_others_nothing() {
        USERS.plan(
                "two", limits(HOURLY.formatted("wide", "client", 100, ""), HOURLY.formatted("narrow", "route", 2, "")));
        HttpRequest.Builder products = clientOf("two", "/v1/products");
        send(products);
        HttpResponse<String> last = send(products);

        JsonNode problem = problem(send(products), 429, "rate-limit-exceeded");
        HttpResponse<String> other = send(clientOf("two", "/v1/products/prd_1"));

        assertThat(last.headers().firstValue("RateLimit-Policy"))
                .contains("\"wide\";q=100;w=3600, \"narrow\";q=2;w=3600");
        assertThat(limit(last)).matches("\"wide\";r=98;t=\\d+, \"narrow\";r=0;t=\\d+");
        Problems.assertDocumented("RateLimit", limit(last));
        Problems.assertDocumented(
                "RateLimit-Policy",
                last.headers().firstValue("RateLimit-Policy").orElseThrow());
        assertThat(problem.at("/rule").asText()).isEqualTo("plan:two/limit:narrow");
        assertThat(limit(other)).matches("\"wide\";r=97;t=\\d+, \"narrow\";r=1;t=\\d+");
    }

    @Test
    void an_operation_costs_what_the_plan_says_and_a_limit_is_about_the_operations_it_names() {
        USERS.plan(
                "costly",
                limits(
                                HOURLY.formatted("all", "client", 100, ""),
                                HOURLY.formatted(
                                        "one", "client", 50, ",\"operations\":[\"GET /v1/products/{productId}\"]"))
                        + ",\"costs\":{\"GET /v1/products/{productId}\":30,\"GET /v1/products\":0}");

        assertThat(limit(send(clientOf("costly", "/v1/products")))).isEqualTo("\"all\";r=100;t=0");
        assertThat(limit(send(clientOf("costly", "/v1/products/prd_1"))))
                .matches("\"all\";r=70;t=\\d+, \"one\";r=20;t=\\d+");
        JsonNode problem = problem(send(clientOf("costly", "/v1/products/prd_1")), 429, "rate-limit-exceeded");
        assertThat(problem.at("/rule").asText()).isEqualTo("plan:costly/limit:one");
        assertThat(problem.at("/remaining").asLong()).isEqualTo(20);
        assertThat(send(clientOf("costly", "/v1/products")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_limit_in_the_shadow_only_counts() {
        USERS.plan("shady", limits(HOURLY.formatted("soon", "client", 1, ",\"mode\":\"shadow\"")));
        send(clientOf("shady", "/v1/products"));

        HttpResponse<String> answer = send(clientOf("shady", "/v1/products"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
        assertThat(meters.get("tollgate.gateway.plan.limit")
                        .tags("plan", "shady", "limit", "soon", "outcome", "shadow")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private static final String HOURLY =
            "{\"name\":\"%s\",\"per\":\"%s\",\"algorithm\":\"sliding-window\",\"limit\":%d,\"windowSeconds\":3600%s}";

    private static String limits(String... limits) {
        return "\"limits\":[" + String.join(",", limits) + "]";
    }

    private HttpRequest.Builder clientOf(String plan, String path) {
        USERS.clientOf(plan, "tg_live_" + plan, "cli_of_" + plan);
        return request(path).header("X-API-Key", "tg_live_" + plan);
    }

    private static String limit(HttpResponse<String> answer) {
        return answer.headers().firstValue("RateLimit").orElseThrow();
    }

    /** A client that may ask so often at once, and once a minute after that. */
    private HttpRequest.Builder client(String name, long burst) {
        USERS.client("tg_live_limit_" + name, "cli_limit_" + name, FakeUsers.ALL, 1, 1, 60, burst);
        return request("/v1/products").header("X-API-Key", "tg_live_limit_" + name);
    }
}
