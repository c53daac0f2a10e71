package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose requests a limit counts together: each limit here admits two in an hour. */
class LimitsPerTest extends RunningGateway {
    private static final String LIMITS =
            """
            "limits":[{"name":"two","per":"%s","algorithm":"sliding-window","limit":2,"windowSeconds":3600}]""";

    private static int world;
    private String plan;

    /** Counts outlive a test: each has clients of its own. */
    @BeforeEach
    void others() {
        plan = "per" + world++;
    }

    @Test
    void two_keys_of_one_client_do_not_share_a_limit_per_key() {
        plan("key");
        String first = key("tea", "one");
        String second = key("tea", "two");
        useUp(first);

        refused(products(first));
        assertThat(left(send(products(second)))).isEqualTo(1);
    }

    @Test
    void two_keys_of_one_client_share_a_limit_per_client_and_other_clients_do_not() {
        plan("client");
        String first = key("tea", "one");
        String second = key("tea", "two");
        String other = key("coffee", "one");
        useUp(first);

        refused(products(second));
        assertThat(left(send(products(other)))).isEqualTo(1);
    }

    @Test
    void two_users_of_one_client_do_not_share_a_limit_per_user_and_who_has_none_is_another() {
        plan("user");
        USERS.newUserVersion("bob@customers.example", 1);
        String key = key("tea", "one");
        String again = key("tea", "two");
        String other = key("coffee", "one");
        send(by("ada", products(key)));
        send(by("ada", products(again)));

        refused(by("ada", products(key)));
        assertThat(left(send(by("bob", products(key))))).isEqualTo(1);
        assertThat(left(send(products(key)))).isEqualTo(1);
        assertThat(left(send(by("ada", products(other))))).isEqualTo(1);
    }

    @Test
    void two_addresses_of_one_client_do_not_share_a_limit_per_address_and_a_proxys_clients_are_apart()
            throws IOException {
        plan("address");
        String key = key("tea", "one");
        String other = key("coffee", "one");
        useUp(key);

        refused(products(key));
        assertThat(left(send(products(other)))).isEqualTo(1);
        assertThat(statusFrom("127.0.0.2", key, "203.0.113.9")).isEqualTo(200);
        assertThat(statusFrom("127.0.0.2", key, "203.0.113.9, 203.0.113.10")).isEqualTo(200);
        assertThat(statusFrom("127.0.0.2", key, "203.0.113.9")).isEqualTo(200);
        assertThat(statusFrom("127.0.0.2", key, "203.0.113.9")).isEqualTo(429);
        assertThat(statusFrom("127.0.0.2", key, "203.0.113.11")).isEqualTo(200);
    }

    @Test
    void a_stranger_that_names_ever_new_addresses_is_one_for_a_limit_per_address() throws IOException {
        plan("address");
        String key = key("tea", "one");

        assertThat(statusFrom("127.0.0.3", key, "203.0.113.1")).isEqualTo(200);
        assertThat(statusFrom("127.0.0.3", key, "203.0.113.2")).isEqualTo(200);
        assertThat(statusFrom("127.0.0.3", key, "203.0.113.3")).isEqualTo(429);
        assertThat(statusFrom("127.0.0.4", key, "203.0.113.3")).isEqualTo(200);
    }

    @Test
    void two_operations_of_one_client_do_not_share_a_limit_per_route_whatever_their_ids() {
        plan("route");
        String key = key("tea", "one");
        send(request("/v1/products/prd_1").header("X-API-Key", key));
        send(request("/v1/products/prd_2").header("X-API-Key", key));

        refused(request("/v1/products/prd_3").header("X-API-Key", key));
        assertThat(left(send(products(key)))).isEqualTo(1);
        assertThat(left(send(products(key("coffee", "one"))))).isEqualTo(1);
    }

    @Test
    void all_clients_of_a_plan_share_its_limit_per_plan_and_those_of_another_do_not() {
        plan("plan");
        String tea = key("tea", "one");
        String coffee = key("coffee", "one");
        send(products(tea));
        send(products(coffee));

        refused(products(tea));
        refused(products(coffee));
        others();
        plan("plan");
        assertThat(left(send(products(key("tea", "one"))))).isEqualTo(1);
    }

    @Test
    void refused_credentials_and_preflights_use_up_nothing_of_any_limit() {
        for (String per : new String[] {"client", "key", "user", "address", "route", "plan"}) {
            others();
            plan(per);
            String key = key("tea", "one");
            for (int i = 0; i < 3; i++) {
                problem(send(products(key).header("Authorization", "Basic x")), 401, "credentials-invalid");
                problem(send(products(key).header("X-API-Key", key)), 400, "api-key-ambiguous");
                problem(send(products(key + "wrong")), 401, "api-key-invalid");
                problem(
                        send(products(key)
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", "https://shop.example")
                                .header("Access-Control-Request-Method", "GET")),
                        405,
                        "method-not-allowed");
            }

            assertThat(left(send(products(key)))).as("per %s", per).isEqualTo(1);
        }
    }

    private void plan(String per) {
        USERS.plan(plan, LIMITS.formatted(per));
    }

    /** A key of a client of the plan. */
    private String key(String client, String name) {
        String key = "tg_live_" + plan + client + name;
        USERS.answerTo(
                key,
                """
                {"clientId":"cli_%s","keyId":"key_%s","plan":{"name":"%s"},"scopes":[%s],"credentialVersion":1}"""
                        .formatted(plan + client, plan + client + name, plan, FakeUsers.ALL));
        return key;
    }

    private void useUp(String key) {
        assertThat(left(send(products(key)))).isEqualTo(1);
        assertThat(left(send(products(key)))).isZero();
    }

    private HttpRequest.Builder products(String key) {
        return request("/v1/products").header("X-API-Key", key);
    }

    private static HttpRequest.Builder by(String user, HttpRequest.Builder request) {
        return request.header("Authorization", basic(user + "@customers.example", FakeUsers.PASSWORD));
    }

    private void refused(HttpRequest.Builder request) {
        JsonNode problem = problem(send(request), 429, "rate-limit-exceeded");
        assertThat(problem.at("/rule").asText()).isEqualTo("plan:" + plan + "/limit:two");
    }

    private static long left(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String limit = answer.headers().firstValue("RateLimit").orElseThrow();
        return Long.parseLong(limit.replaceAll(".*;r=(\\d+);.*", "$1"));
    }

    /** Of a connection from this address that says who asks it. */
    private int statusFrom(String address, String key, String forwardedFor) throws IOException {
        try (RawClient client = new RawClient(address, port)) {
            return client.send("GET /v1/products HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: "
                            + forwardedFor + "\r\nX-API-Key: " + key + "\r\n\r\n")
                    .answer()
                    .status();
        }
    }
}
