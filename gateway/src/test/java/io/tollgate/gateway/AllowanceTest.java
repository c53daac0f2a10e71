package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What uses up an allowance, and whether what is said about it can be relied on, through the whole gateway. */
class AllowanceTest extends RunningGateway {
    private String key;

    @Test
    void what_is_refused_before_it_is_counted_uses_up_nothing() {
        key = "tg_live_frugal";
        USERS.client(key, "cli_frugal", "\"catalog:read\",\"orders:read\"", 1, 3, 3_600, 3);
        for (int i = 0; i < 3; i++) {
            problem(send(asked("/v1/orders")), 401, "user-required");
            problem(send(asked("/v1/users").POST(BodyPublishers.noBody())), 403, "missing-scope");
            problem(send(asked("/v1/nothing")), 404, "not-found");
            problem(send(preflight("/v1/products")), 405, "method-not-allowed");
        }

        List<String> left = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = send(asked("/v1/products"));
            assertThat(answer.statusCode()).isEqualTo(200);
            left.add(answer.headers().firstValue("RateLimit").orElseThrow().replaceAll(".*;r=(\\d+);.*", "$1"));
        }
        assertThat(left).containsExactly("2", "1", "0");
        problem(send(asked("/v1/products")), 429, "rate-limit-exceeded");
    }

    @Test
    void who_waits_as_told_is_not_refused_a_second_time() {
        key = "tg_live_patient";
        USERS.client(key, "cli_patient", "\"catalog:read\"", 1, 120, 60, 2);
        for (int round = 0; round < 4; round++) {
            HttpResponse<String> refused = untilRefused();
            long seconds =
                    Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
            await().pollDelay(Duration.ofSeconds(seconds))
                    .atMost(Duration.ofSeconds(seconds + 30))
                    .until(() -> true);

            assertThat(send(asked("/v1/products")).statusCode())
                    .as("round %d", round)
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> untilRefused() {
        for (int i = 0; i < 1_000; i++) {
            HttpResponse<String> answer = send(asked("/v1/products"));
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("nothing was refused");
    }

    private HttpRequest.Builder preflight(String path) {
        return asked(path)
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody());
    }

    private HttpRequest.Builder asked(String path) {
        return request(path).header("X-API-Key", key);
    }
}
