package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.limit.network.RealRedis;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway that counts in Redis, with Redis there, away, and there again. */
@DirtiesContext
class SharedLimitTest extends RunningGateway {
    private static RealRedis redis;

    @BeforeAll
    static void redis() {
        redis = RealRedis.startOrSkip();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @DynamicPropertySource
    static void shared(DynamicPropertyRegistry properties) {
        properties.add("TOLLGATE_REDIS_URL", () -> redis.url());
        properties.add("TOLLGATE_GATEWAYS", () -> 2);
        properties.add("tollgate.gateway.limit.shared.redis-timeout", () -> "5s");
    }

    @Test
    void limits_are_counted_in_redis_and_requests_are_answered_without_it() {
        USERS.plan(
                "shared",
                "\"limits\":[{\"name\":\"burst\",\"limit\":4,\"windowSeconds\":3600,\"burst\":4,\"operations\":[\"GET /v1/products\"]}]");
        USERS.clientOf("shared", "tg_live_shared", "cli_shared");
        await().until(() ->
                meters.get("tollgate.gateway.limit.store.there").gauge().value() == 1);

        for (int left = 3; left >= 0; left--) {
            assertThat(limit(send(asked("/v1/products")))).startsWith("\"burst\";r=" + left + ";t=");
        }
        HttpResponse<String> refused = send(asked("/v1/products"));
        problem(refused, 429, "rate-limit-exceeded");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(800L, 901L);

        redis.kill();
        await().until(() -> send(asked("/v1/products")).statusCode() == 429
                && meters.get("tollgate.gateway.limit.store.there").gauge().value() == 0);
        assertThat(send(asked("/v1/products/prd_1")).statusCode()).isEqualTo(200);

        redis.start();
        await().until(() ->
                meters.get("tollgate.gateway.limit.store.there").gauge().value() == 1);
        problem(send(asked("/v1/products")), 429, "rate-limit-exceeded");
    }

    private HttpRequest.Builder asked(String path) {
        return request(path).header("X-API-Key", "tg_live_shared");
    }

    private static String limit(HttpResponse<String> answer) {
        return answer.headers().firstValue("RateLimit").orElseThrow();
    }
}
