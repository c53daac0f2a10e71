package io.tollgate.users.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import io.tollgate.users.credential.KeyHash;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(OutputCaptureExtension.class)
class ClientControllerTest extends UsersTest {
    @Test
    void a_new_client_has_a_key_that_the_gateway_can_verify_and_nobody_can_read(CapturedOutput output) {
        ClientView made = post(admin(), "/admin/v1/clients", teaShop("free"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody(ClientView.class)
                .returnResult()
                .getResponseBody();
        String secret = made.key().orElseThrow().secret().orElseThrow();

        post(
                        CALLERS.internal(),
                        "/internal/v1/api-keys/verify",
                        Map.of("hash", KeyHash.of(secret).hex()))
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"clientId":"%s","name":"Tea shop","plan":{"name":"free","rate":{"limit":100,"windowSeconds":60,"burst":100}},
                         "scopes":["catalog:read","orders:write"],"clientScopes":["catalog:read","orders:write"],"credentialVersion":1,"environment":"live","timeZone":"UTC",
                         "networks":{"allow":[],"deny":[]}}"""
                                .formatted(made.id()));
        assertThat(output).doesNotContain(secret);
        assertThat(everythingKept()).noneMatch(text -> text.contains(secret));
    }

    @Test
    void a_repetition_is_not_shown_the_secret_again() {
        ClientView made = keyed().expectBody(ClientView.class).returnResult().getResponseBody();

        problem(keyed(), 409, "secret-already-shown")
                .jsonPath("$.keyId")
                .isEqualTo(made.key().orElseThrow().id());
        assertThat(everythingKept())
                .noneMatch(
                        text -> text.contains(made.key().orElseThrow().secret().orElseThrow()));
    }

    @Test
    void an_unknown_plan_or_scope_is_refused_by_name() {
        problem(post(admin(), "/admin/v1/clients", teaShop("gold")), 422, "unknown-plan");
        problem(
                        post(
                                admin(),
                                "/admin/v1/clients",
                                Map.of("name", "Spy", "plan", "free", "scopes", List.of("internal", "catalog:read"))),
                        422,
                        "unknown-scope")
                .jsonPath("$.scopes[0]")
                .isEqualTo("internal")
                .jsonPath("$.scopes.length()")
                .isEqualTo(1);
    }

    @Test
    void only_an_administrator_with_the_scope_makes_clients() {
        String scopeOnly = CALLERS.bearer("cli_desk", "usr_root", "clients:write");
        String roleOnly = CALLERS.bearer("cli_desk", "usr_root", List.of("admin"));
        String nobody = CALLERS.bearer("cli_desk", null, List.of("admin"), "clients:write");

        problem(post(scopeOnly, "/admin/v1/clients", teaShop("free")), 403, "missing-role");
        problem(post(roleOnly, "/admin/v1/clients", teaShop("free")), 403, "missing-scope");
        problem(post(nobody, "/admin/v1/clients", teaShop("free")), 401, "user-required");
    }

    @Test
    void everything_that_is_decided_about_a_client_is_read_back() {
        Customer owner = customer("tea-owner@example.com");
        Map<String, Object> tea = new HashMap<>(teaShop("partner"));
        tea.putAll(Map.of(
                "organization", "Tea Ltd",
                "contacts", List.of("tea@example.com"),
                "networks", Map.of("allow", List.of("203.0.113.0/24"), "deny", List.of("2001:db8::/32")),
                "expiresAt", "2036-04-20T08:14:02.113Z",
                "timeZone", "Europe/London",
                "ownerId", owner.id(),
                "environment", "test"));
        ClientView made = created(tea);

        assertThat(made.key().orElseThrow().secret().orElseThrow()).startsWith("tg_test_");
        get(admin(), "/admin/v1/clients/" + made.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"name":"Tea shop","organization":"Tea Ltd","contacts":["tea@example.com"],"plan":"partner","status":"active",
                         "networks":{"allow":["203.0.113.0/24"],"deny":["2001:db8::/32"]},"timeZone":"Europe/London",
                         "expiresAt":"2036-04-20T08:14:02.113Z","ownerId":"%s","scopes":["catalog:read","orders:write"]}"""
                                .formatted(owner.id()))
                .jsonPath("$.key")
                .doesNotExist();
        verified(made)
                .expectBody()
                .json(
                        """
                        {"environment":"test","networks":{"allow":["203.0.113.0/24"],"deny":["2001:db8::/32"]},
                         "timeZone":"Europe/London","expiresAt":"2036-04-20T08:14:02.113Z","ownerId":"%s"}"""
                                .formatted(owner.id()));
    }

    @Test
    void what_is_wrong_about_a_client_is_named_with_its_place() {
        Map<String, Object> wrong = new HashMap<>(teaShop("free"));
        wrong.putAll(Map.of(
                "contacts",
                List.of("nobody"),
                "networks",
                Map.of("allow", List.of("10.0.0.1/8")),
                "timeZone",
                "Mars/Olympus",
                "environment",
                "stage"));

        problem(post(admin(), "/admin/v1/clients", wrong), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/contacts/0", "/environment", "/networks/allow/0", "/timeZone"));
        Map<String, Object> lost = new HashMap<>(teaShop("free"));
        lost.put("ownerId", "usr_01kpmz88c1ef1tnyr5f7dfw65v");
        problem(post(admin(), "/admin/v1/clients", lost), 422, "unknown-owner");
    }

    @Test
    void a_list_is_as_long_as_it_was_sent() {
        Map<String, Object> long300 = new HashMap<>(teaShop("free"));
        long300.putAll(Map.of(
                "contacts",
                Collections.nCopies(11, "tea@example.com"),
                "networks",
                Map.of("allow", Collections.nCopies(51, "10.0.0.0/8"), "deny", Collections.nCopies(51, "10.0.0.0/8")),
                "scopes",
                Collections.nCopies(300, "catalog:read")));
        List<String> all = List.of("/contacts", "/networks/allow", "/networks/deny", "/scopes");

        problem(post(admin(), "/admin/v1/clients", long300), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(all);
        String uri = "/admin/v1/clients/" + created(teaShop("free")).id();
        long300.keySet().retainAll(List.of("contacts", "networks", "scopes"));
        problem(patch(admin(), uri, "\"v1\"", long300), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(all);
    }

    @Test
    void a_scope_said_twice_is_had_once() {
        Map<String, Object> twice = new HashMap<>(teaShop("free"));
        twice.put("scopes", Collections.nCopies(50, "catalog:read"));

        assertThat(created(twice).scopes()).containsExactly("catalog:read");
    }

    @Test
    void a_changed_client_is_told_to_gateways_and_a_stale_change_is_refused() {
        ClientView made = created(teaShop("free"));
        String uri = "/admin/v1/clients/" + made.id();
        String tag = tag(admin(), uri);

        patch(admin(), uri, tag, Map.of("plan", "partner", "scopes", List.of("catalog:read")))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"v2\"");
        problem(patch(admin(), uri, tag, Map.of("name", "Coffee")), 412, "precondition-failed");

        verified(made)
                .expectBody()
                .json("{\"plan\":{\"name\":\"partner\"},\"scopes\":[\"catalog:read\"],\"credentialVersion\":2}");
        assertThat(told(made.id())).isEqualTo(2);
    }

    @Test
    void a_suspended_client_is_nobody_until_it_is_active_again_and_a_closed_one_for_ever() {
        ClientView made = created(teaShop("free"));
        String uri = "/admin/v1/clients/" + made.id();

        patch(admin(), uri, "\"v1\"", Map.of("status", "suspended"))
                .expectStatus()
                .isOk();
        verified(made).expectStatus().isNotFound();
        patch(admin(), uri, "\"v2\"", Map.of("status", "active")).expectStatus().isOk();
        verified(made).expectStatus().isOk();
        patch(admin(), uri, "\"v3\"", Map.of("status", "closed")).expectStatus().isOk();
        verified(made).expectStatus().isNotFound();

        problem(patch(admin(), uri, "\"v4\"", Map.of("status", "active")), 409, "client-closed");
        problem(post(admin(), uri + "/keys", Map.of()), 409, "client-closed");
        get(admin(), uri + "/keys").expectBody().jsonPath("$.items[0].status").isEqualTo("revoked");
        assertThat(told(made.id())).isEqualTo(4);
    }

    @Test
    void a_client_that_ended_is_nobody() {
        Map<String, Object> ended = new HashMap<>(teaShop("free"));
        ended.put("expiresAt", "2020-01-01T00:00:00Z");

        verified(created(ended)).expectStatus().isNotFound();
    }

    @Test
    void clients_are_listed_by_what_is_asked_page_by_page() {
        Customer owner = customer("list-owner@example.com");
        Map<String, Object> tea = new HashMap<>(teaShop("partner"));
        tea.put("ownerId", owner.id());
        ClientView first = created(tea);
        ClientView second = created(tea);
        String uri = "/admin/v1/clients?plan=partner&status=active&limit=1&ownerId=" + owner.id();

        String next = (String) get(admin(), uri)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("next");
        get(admin(), uri).expectBody().jsonPath("$.items[0].id").isEqualTo(second.id());
        get(admin(), uri + "&after=" + next)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(first.id())
                .jsonPath("$.next")
                .doesNotExist();
        get(admin(), "/admin/v1/clients?status=closed&ownerId=" + owner.id())
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        problem(get(admin(), "/admin/v1/clients?status=open"), 400, "validation-failed");
    }

    @Test
    void its_problems_are_documented() {
        Stream.of(
                        ClientProblems.UNKNOWN_PLAN,
                        ClientProblems.UNKNOWN_SCOPE,
                        ClientProblems.SCOPE_BEYOND_PLAN,
                        ClientProblems.UNKNOWN_OWNER,
                        ClientProblems.CLOSED,
                        ClientProblems.TOO_MANY_KEYS,
                        ClientProblems.KEY_NOT_ACTIVE)
                .forEach(type -> ProblemRows.assertDocumented(type.name(), type.status(), type.title()));
    }

    private ClientView created(Map<String, Object> client) {
        return post(admin(), "/admin/v1/clients", client)
                .expectStatus()
                .isCreated()
                .expectBody(ClientView.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec verified(ClientView made) {
        String secret = made.key().orElseThrow().secret().orElseThrow();
        return post(
                CALLERS.internal(),
                "/internal/v1/api-keys/verify",
                Map.of("hash", KeyHash.of(secret).hex()));
    }

    private long told(String clientId) {
        return database.sql("SELECT MAX(version) FROM credential_change WHERE subject_id = :id")
                .bind("id", clientId)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private ResponseSpec keyed() {
        return http.post()
                .uri("/admin/v1/clients")
                .header(HttpHeaders.AUTHORIZATION, admin())
                .header("Idempotency-Key", "make-tea-shop")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(teaShop("partner"))
                .exchange();
    }

    private List<String> everythingKept() {
        return Stream.of("api_client", "api_key", "idempotency_record", "outbox", "admin_audit", "credential_change")
                .flatMap(table -> database.sql("SELECT * FROM " + table).fetch().all().collectList().block().stream())
                .map(Map::toString)
                .toList();
    }

    private static Map<String, Object> teaShop(String plan) {
        return Map.of("name", "Tea shop", "plan", plan, "scopes", List.of("catalog:read", "orders:write"));
    }
}
