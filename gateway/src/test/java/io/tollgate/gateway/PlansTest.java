package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlansTest extends RunningGateway {
    private static final String BURST_OF =
            """
            "limits":[{"name":"burst","per":"client","algorithm":"token-bucket","limit":%d,"windowSeconds":3600,"burst":%d}]""";

    @Test
    void a_plan_of_the_book_wins_over_the_one_in_the_keys_answer() {
        USERS.plan("mine", BURST_OF.formatted(60, 3));
        HttpRequest.Builder request = client("mine", "book");

        assertThat(policy(send(request))).contains("q=3;");
    }

    @Test
    void a_changed_plan_is_in_force_within_moments_for_callers_already_known() {
        USERS.plan("moving", BURST_OF.formatted(60, 3));
        HttpRequest.Builder request = client("moving", "moving");
        send(request);

        USERS.plan("moving", BURST_OF.formatted(60, 5));

        await().untilAsserted(() -> assertThat(policy(send(request))).contains("q=5;"));
        assertThat(USERS.keysAsked()).isEqualTo(1);
    }

    @Test
    void a_book_that_cannot_be_read_leaves_the_old_one_in_force_until_it_can() {
        USERS.plan("old", BURST_OF.formatted(60, 3));
        HttpRequest.Builder request = client("old", "old");
        send(request);

        USERS.plan("broken", "\"limits\":[{\"name\":\"burst\",\"algorithm\":\"leaky-teapot\",\"limit\":1}]");
        USERS.plan("old", BURST_OF.formatted(60, 4));
        await().until(() -> USERS.asked("/internal/v1/plans") > 3);
        assertThat(policy(send(request))).contains("q=3;");

        USERS.plan("broken", BURST_OF.formatted(1, 1));
        await().untilAsserted(() -> assertThat(policy(send(request))).contains("q=4;"));
    }

    @Test
    void a_plan_can_have_less_scopes_than_its_client() {
        USERS.plan("narrow", "\"scopes\":[\"orders:read\"]");

        problem(send(client("narrow", "narrow")), 403, "missing-scope");
    }

    @Test
    void a_key_that_has_ended_by_now_is_not_believed_any_more() {
        String expired =
                """
                {"clientId":"cli_gone","plan":{"name":"free","rate":{"limit":9,"windowSeconds":60,"burst":9}},
                "scopes":["catalog:read"],"credentialVersion":1,"expiresAt":"%s"}""";
        USERS.answerTo("tg_live_ends", expired.formatted(Instant.now().plusSeconds(2)));
        HttpRequest.Builder request = request("/v1/products").header("X-API-Key", "tg_live_ends");
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.revoke("tg_live_ends");

        await().untilAsserted(() -> problem(send(request), 401, "api-key-invalid"));
    }

    private HttpRequest.Builder client(String plan, String name) {
        USERS.clientOf(plan, "tg_live_plan_" + name, "cli_plan_" + name);
        return request("/v1/products").header("X-API-Key", "tg_live_plan_" + name);
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("RateLimit-Policy").orElseThrow();
    }
}
