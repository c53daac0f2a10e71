package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is promised of quotas while users-service is away. */
class QuotaAwayTest extends RunningGateway {
    private static final FakeUsers MORTAL = new FakeUsers();
    private static final int HELD = 20;

    @DynamicPropertySource
    static void mortal(DynamicPropertyRegistry properties) {
        properties.add("tollgate.gateway.caller.users-url", MORTAL.http::url);
        properties.add("tollgate.gateway.quota.first-calls", () -> HELD);
        // so that what is held is not filled up while the test looks
        properties.add("tollgate.gateway.quota.look", () -> "15s");
        properties.add("resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state", () -> "100ms");
    }

    @Test
    void a_gateway_goes_on_with_what_it_holds_then_refuses_for_a_while_and_nothing_is_counted_twice() {
        MORTAL.plan(
                "away", "\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":500}]");
        MORTAL.clientOf("away", "tg_live_away", "cli_away");
        MORTAL.quotas.limit("cli_away", "monthly", 500);
        await().untilAsserted(() -> assertThat(send(request()).statusCode()).isEqualTo(200));
        long before = MORTAL.quotas.used("cli_away", "monthly");
        MORTAL.http.stop();

        int admitted = 1;
        HttpResponse<String> answer = send(request());
        while (answer.statusCode() == 200) {
            admitted++;
            answer = send(request());
        }

        assertThat(before).isEqualTo(HELD);
        assertThat(admitted).isEqualTo(HELD);
        assertThat(problem(answer, 503, "unavailable").at("/rule").asText()).isEqualTo("quota:monthly");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        MORTAL.http.restart();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(send(request()).statusCode()).isEqualTo(200));
    }

    private HttpRequest.Builder request() {
        return request("/v1/products").header("X-API-Key", "tg_live_away");
    }
}
