package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansTest extends RunningGateway {
    private static final Duration SECONDS = Duration.ofSeconds(20);
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

        double before = unread();
        USERS.plan("broken", "\"limits\":[{\"name\":\"burst\",\"algorithm\":\"leaky-teapot\",\"limit\":1}]");
        USERS.plan("old", BURST_OF.formatted(60, 4));
        await().until(() -> unread() > before + 2);
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
    void a_plan_that_narrows_cuts_the_scopes_of_a_client_already_known_and_one_that_widens_gives_them_back() {
        USERS.plan("cut", "\"scopes\":[\"catalog:read\",\"orders:read\"]");
        HttpRequest.Builder catalog = client("cut", "cut");
        HttpRequest.Builder orders = orders("cut");
        assertThat(send(catalog).statusCode()).isEqualTo(200);
        assertThat(scopesAt(PRODUCTS, "products")).containsExactlyInAnyOrder("catalog:read", "orders:read");

        USERS.plan("cut", "\"scopes\":[\"catalog:read\"]");

        await().atMost(SECONDS).untilAsserted(() -> problem(send(orders), 403, "missing-scope"));
        assertThat(send(catalog).statusCode()).isEqualTo(200);
        assertThat(scopesAt(PRODUCTS, "products")).containsExactly("catalog:read");

        USERS.plan("cut", "\"scopes\":[\"orders:read\"]");

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(send(orders).statusCode()).isEqualTo(200));
        assertThat(scopesAt(ORDERS, "orders")).containsExactly("orders:read");
        problem(send(catalog), 403, "missing-scope");
        assertThat(USERS.keysAsked()).isEqualTo(1);
    }

    @Test
    void what_the_plan_had_left_of_a_clients_scopes_is_not_all_it_may_do_once_the_plan_widens() {
        USERS.plan("wide", "\"scopes\":[\"catalog:read\"]");
        USERS.answerTo(
                "tg_live_plan_wide",
                """
                {"clientId":"cli_wide","plan":{"name":"wide","rate":{"limit":9,"windowSeconds":60,"burst":9}},
                "scopes":["catalog:read"],"clientScopes":["catalog:read","orders:read"],"credentialVersion":1}""");
        problem(send(orders("wide")), 403, "missing-scope");

        USERS.plan("wide", "\"scopes\":[\"catalog:read\",\"orders:read\",\"orders:write\"]");

        await().atMost(SECONDS)
                .untilAsserted(
                        () -> assertThat(send(orders("wide")).statusCode()).isEqualTo(200));
        assertThat(scopesAt(ORDERS, "orders")).containsExactlyInAnyOrder("catalog:read", "orders:read");
        assertThat(USERS.keysAsked()).isEqualTo(1);
    }

    @Test
    void a_plan_that_changes_its_networks_keeps_out_a_client_already_known() {
        USERS.plan("moved", "\"networks\":{\"allow\":[\"127.0.0.0/8\"],\"deny\":[]}");
        HttpRequest.Builder request = client("moved", "moved");
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.plan("moved", "\"networks\":{\"allow\":[\"203.0.113.0/24\"],\"deny\":[]}");

        await().atMost(SECONDS).untilAsserted(() -> problem(send(request), 403, "address-not-allowed"));
    }

    @Test
    void nobody_is_let_in_whose_plan_was_never_read() {
        USERS.http.answers(
                asked -> asked.uri().startsWith("/internal/v1/plans") ? Reply.problem(500, "{}") : USERS.answer(asked));
        USERS.plan("unread", "\"networks\":{\"allow\":[\"203.0.113.0/24\"],\"deny\":[]}");
        HttpRequest.Builder request = client("unread", "unread");

        HttpResponse<String> answer = send(request);

        problem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(PRODUCTS.begun()).isZero();
        USERS.http.answers(USERS::answer);
        await().untilAsserted(() -> problem(send(request), 403, "address-not-allowed"));
    }

    @Test
    void a_book_that_is_gone_leaves_the_plans_in_force() {
        USERS.plan("lost", BURST_OF.formatted(60, 3));
        HttpRequest.Builder request = client("lost", "lost");
        send(request);

        USERS.http.answers(
                asked -> asked.uri().startsWith("/internal/v1/plans") ? Reply.problem(404, "{}") : USERS.answer(asked));
        double before = unread();
        USERS.plan("lost", BURST_OF.formatted(60, 4));
        await().until(() -> unread() > before + 2);

        assertThat(policy(send(request))).contains("q=3;");
    }

    @Test
    void a_key_that_has_ended_by_now_is_not_believed_any_more() {
        String expired =
                """
                {"clientId":"cli_gone","plan":{"name":"free","rate":{"limit":9,"windowSeconds":60,"burst":9}},
                "scopes":["catalog:read"],"credentialVersion":1,"expiresAt":"%s"}""";
        USERS.answerTo("tg_live_ends", expired.formatted(Instant.now().plusSeconds(4)));
        HttpRequest.Builder request = request("/v1/products").header("X-API-Key", "tg_live_ends");
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.revoke("tg_live_ends");

        await().untilAsserted(() -> problem(send(request), 401, "api-key-invalid"));
    }

    /** How often this gateway, and none of other tests, could not read the book. */
    private double unread() {
        return meters.counter("tollgate.gateway.plans.failures").count();
    }

    private HttpRequest.Builder orders(String name) {
        return request("/v1/orders")
                .header("X-API-Key", "tg_live_plan_" + name)
                .header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD));
    }

    /** What the service was told that the client may do. */
    private static Set<String> scopesAt(FakeService service, String audience) {
        String token = service.last().headers().get("Authorization").substring("Bearer ".length());
        return heard(audience, token).orElseThrow().scopes();
    }

    private HttpRequest.Builder client(String plan, String name) {
        USERS.clientOf(plan, "tg_live_plan_" + name, "cli_plan_" + name);
        return request("/v1/products").header("X-API-Key", "tg_live_plan_" + name);
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("RateLimit-Policy").orElseThrow();
    }
}
