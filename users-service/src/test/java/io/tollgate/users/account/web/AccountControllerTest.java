package io.tollgate.users.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@ExtendWith(OutputCaptureExtension.class)
class AccountControllerTest extends UsersTest {
    private static final String SHOP = CALLERS.bearer("cli_shop", null, "users:register", "users:read");

    @Test
    void a_new_user_reads_the_account_it_made(CapturedOutput output) {
        UserResponse made = post(SHOP, "/v1/users", registration("Ann@Example.com"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/v1/users/me")
                .expectBody(UserResponse.class)
                .returnResult()
                .getResponseBody();

        assertThat(made.email()).isEqualTo("ann@example.com");
        assertThat(made.roles()).containsExactly("customer");
        get(CALLERS.bearer("cli_shop", made.id(), "users:read"), "/v1/users/me")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"v1\"")
                .expectBody(UserResponse.class)
                .isEqualTo(made);
        assertThat(output).doesNotContain("correct horse").doesNotContain("$argon2id$");
    }

    @Test
    void an_address_has_one_account_however_it_is_spelled() {
        post(SHOP, "/v1/users", registration("bob@example.com")).expectStatus().isCreated();

        problem(post(SHOP, "/v1/users", registration("BOB@example.COM")), 409, "email-taken")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/email");
    }

    @Test
    void the_same_key_makes_one_account_and_the_same_answer() {
        byte[] first = keyed().returnResult().getResponseBody();
        byte[] second = keyed().returnResult().getResponseBody();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        problem(
                        post(SHOP, "/v1/users", Map.of("email", "ann", "password", "short", "name", " ")),
                        400,
                        "validation-failed")
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
        problem(post(SHOP, "/v1/users", "{\"email\":\"x@example.com\",\"role\":\"admin\"}"), 400, "unknown-property")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/role");
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        problem(
                post(CALLERS.bearer("cli_shop", null), "/v1/users", registration("eve@example.com")),
                403,
                "missing-scope");
        problem(get(SHOP, "/v1/users/me"), 401, "user-required");
        problem(http.get().uri("/v1/users/me").exchange(), 401, "caller-token-required");
    }

    @Test
    void a_user_who_is_gone_is_not_found() {
        problem(get(CALLERS.bearer("cli_shop", "usr_gone", "users:read"), "/v1/users/me"), 404, "not-found");
    }

    @Test
    void its_problems_are_documented() {
        ProblemRows.assertDocumented(
                AccountProblems.EMAIL_TAKEN.name(),
                AccountProblems.EMAIL_TAKEN.status(),
                AccountProblems.EMAIL_TAKEN.title());
    }

    private BodyContentSpec keyed() {
        return http.post()
                .uri("/v1/users")
                .header(HttpHeaders.AUTHORIZATION, SHOP)
                .header("Idempotency-Key", "register-carl")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(registration("carl@example.com"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody();
    }

    private static Map<String, String> registration(String email) {
        return Map.of("email", email, "password", "correct horse battery", "name", "Ann Example");
    }
}
