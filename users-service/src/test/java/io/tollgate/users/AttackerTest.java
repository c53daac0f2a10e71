package io.tollgate.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ApiContract;
import io.tollgate.users.credential.KeyHash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Every operation on clients, and every one of administrators, asked for by who may not. */
class AttackerTest extends UsersTest {
    private static final String[] ALL = {"clients:read", "clients:write", "users:read", "users:write", "users:admin"};
    private static final Map<String, Object> BODIES = Map.of(
            "POST /admin/v1/clients", Map.of("name", "Mine", "plan", "internal", "scopes", List.of("users:admin")),
            "PATCH /admin/v1/clients/{clientId}", Map.of("plan", "internal"),
            "PATCH /admin/v1/users/{userId}", Map.of("roles", List.of("admin")),
            "POST /admin/v1/plans", Map.of("name", "mine"),
            "PUT /admin/v1/plans/{planName}", Map.of("name", "free"),
            "POST /admin/v1/plans/validation", Map.of("text", "plans: []"));

    private static String client;
    private static String key;
    private static String owner;
    private WebTestClient plain;

    @BeforeEach
    void aClientOfSomebody() {
        plain = WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        if (client == null) {
            owner = customer("attacked.victim@example.com").id();
            Map<?, ?> made = post(
                            admin(),
                            "/admin/v1/clients",
                            Map.of("name", "Tea", "plan", "free", "scopes", List.of("catalog:read"), "ownerId", owner))
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
            client = made.get("id").toString();
            key = ((Map<?, ?>) made.get("key")).get("id").toString();
        }
    }

    static Stream<String> administration() {
        return operations("/admin/v1/");
    }

    static Stream<String> ofOneClient() {
        return operations("/v1/clients/{");
    }

    @ParameterizedTest
    @MethodSource("administration")
    void who_is_no_administrator_administrates_nothing_whatever_the_scopes(String operation) {
        problem(
                ask(operation, CALLERS.bearer("cli_shop", owner, List.of("customer", "support"), ALL)),
                403,
                "missing-role");
        problem(ask(operation, CALLERS.bearer("cli_shop", null, ALL)), 401, "user-required");
    }

    @ParameterizedTest
    @MethodSource("administration")
    void an_administrator_administrates_nothing_through_a_client_without_the_scope(String operation) {
        problem(
                ask(operation, CALLERS.bearer("cli_shop", "usr_root", List.of("admin"), "catalog:read", "users:read")),
                403,
                "missing-scope");
    }

    @ParameterizedTest
    @MethodSource("ofOneClient")
    void anothers_client_is_not_there_for_administrators_neither(String operation) {
        problem(
                ask(operation, CALLERS.bearer("cli_shop", "usr_stranger", List.of("customer", "admin"), ALL)),
                404,
                "not-found");
        problem(ask(operation, CALLERS.bearer(client, "usr_stranger", List.of("customer"), ALL)), 404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("ofOneClient")
    void the_client_itself_is_not_its_owner(String operation) {
        problem(ask(operation, CALLERS.bearer(client, null, ALL)), 401, "user-required");
        problem(ask(operation, CALLERS.bearer(client, owner, List.of("customer"), "users:read")), 403, "missing-scope");
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(count("api_key WHERE client_id = '" + client + "'")).isOne();
        assertThat(count("api_key WHERE revoked_at IS NULL AND expires_at IS NULL AND id = '" + key + "'"))
                .isOne();
    }

    @Test
    void whose_client_it_is_cannot_be_said_in_a_body_or_a_query() {
        String partner = CALLERS.bearer("cli_shop", owner, List.of("customer"), ALL);
        String stranger = CALLERS.bearer("cli_shop", "usr_stranger", List.of("customer"), ALL);

        problem(
                post(partner, "/v1/clients/" + client + "/keys", Map.of("clientId", "cli_other")),
                400,
                "unknown-property");
        assertThat(plain.get()
                        .uri("/v1/clients?ownerId=" + owner)
                        .header(HttpHeaders.AUTHORIZATION, stranger)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .doesNotContain(client);
    }

    @Test
    void a_key_of_another_client_is_not_reached_through_the_own_one() {
        Map<?, ?> own = post(
                        admin(),
                        "/admin/v1/clients",
                        Map.of(
                                "name",
                                "Own",
                                "plan",
                                "free",
                                "scopes",
                                List.of("catalog:read"),
                                "ownerId",
                                customer("attacker.himself@example.com").id()))
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String attacker = CALLERS.bearer("cli_shop", idOf("attacker.himself@example.com"), List.of("customer"), ALL);
        String keys = "/v1/clients/" + own.get("id") + "/keys/" + key;

        problem(post(attacker, keys + "/rotation", Map.of("overlapSeconds", 0)), 404, "not-found");
        problem(delete(attacker, keys, "*"), 404, "not-found");
    }

    @Test
    void a_former_owner_reaches_nothing_from_the_moment_on_and_a_suspended_clients_new_key_proves_nothing() {
        String before = customer("attacked.before@example.com").id();
        String after = customer("attacked.after@example.com").id();
        Map<?, ?> made = post(
                        admin(),
                        "/admin/v1/clients",
                        Map.of("name", "Sold", "plan", "free", "scopes", List.of("catalog:read"), "ownerId", before))
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String uri = "/v1/clients/" + made.get("id");
        String former = CALLERS.bearer("cli_shop", before, List.of("customer"), ALL);
        String refused = new Refused(database).request(made.get("id").toString());
        get(former, "/v1/requests/" + refused).expectStatus().isOk();

        patch(admin(), "/admin" + uri, tag(admin(), "/admin" + uri), Map.of("ownerId", after, "status", "suspended"))
                .expectStatus()
                .isOk();

        for (String path : List.of(uri, uri + "/keys", uri + "/usage", uri + "/quotas", "/v1/requests/" + refused)) {
            problem(get(former, path), 404, "not-found");
        }
        Map<?, ?> fresh = post(CALLERS.bearer("cli_shop", after, List.of("customer"), ALL), uri + "/keys", Map.of())
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        post(
                        CALLERS.internal(),
                        "/internal/v1/api-keys/verify",
                        Map.of(
                                "hash",
                                KeyHash.of(fresh.get("secret").toString()).hex()))
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec ask(String operation, String bearer) {
        String[] parts = operation.split(" ");
        String path = parts[1].replace("{clientId}", client)
                .replace("{keyId}", key)
                .replace("{planName}", "free")
                .replaceAll("\\{\\w*[uU]serId}", owner);
        WebTestClient.RequestBodySpec request = http.method(HttpMethod.valueOf(parts[0]))
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header(HttpHeaders.IF_MATCH, "*");
        return switch (parts[0]) {
            case "GET", "DELETE" -> request.exchange();
            case "PATCH" ->
                request.contentType(MediaType.valueOf("application/merge-patch+json"))
                        .bodyValue(BODIES.get(operation))
                        .exchange();
            default ->
                request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(BODIES.getOrDefault(operation, Map.of()))
                        .exchange();
        };
    }

    private static Stream<String> operations(String prefix) {
        List<String> found = ApiContract.of("users").operations().stream()
                .filter(operation ->
                        operation.substring(operation.indexOf(' ') + 1).startsWith(prefix))
                .sorted()
                .toList();
        assertThat(found).hasSizeGreaterThan(5);
        return found.stream();
    }
}
