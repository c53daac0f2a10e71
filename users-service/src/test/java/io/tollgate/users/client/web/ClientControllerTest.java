package io.tollgate.users.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import io.tollgate.users.credential.KeyHash;
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
        ClientResponse made = post(admin(), "/admin/v1/clients", teaShop("free"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody(ClientResponse.class)
                .returnResult()
                .getResponseBody();
        String secret = made.key().secret();

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
                         "scopes":["catalog:read","orders:write"],"credentialVersion":1}"""
                                .formatted(made.id()));
        assertThat(output).doesNotContain(secret);
        assertThat(everythingKept()).noneMatch(text -> text.contains(secret));
    }

    @Test
    void a_repetition_is_not_shown_the_secret_again() {
        ClientResponse made =
                keyed().expectBody(ClientResponse.class).returnResult().getResponseBody();

        problem(keyed(), 409, "secret-already-shown")
                .jsonPath("$.keyId")
                .isEqualTo(made.key().id());
        assertThat(everythingKept()).noneMatch(text -> text.contains(made.key().secret()));
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
    void its_problems_are_documented() {
        Stream.of(ClientProblems.UNKNOWN_PLAN, ClientProblems.UNKNOWN_SCOPE)
                .forEach(type -> ProblemRows.assertDocumented(type.name(), type.status(), type.title()));
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
        return Stream.of("api_client", "api_key", "idempotency_record", "outbox")
                .flatMap(table -> database.sql("SELECT * FROM " + table).fetch().all().collectList().block().stream())
                .map(Map::toString)
                .toList();
    }

    private static Map<String, Object> teaShop(String plan) {
        return Map.of("name", "Tea shop", "plan", plan, "scopes", List.of("catalog:read", "orders:write"));
    }
}
