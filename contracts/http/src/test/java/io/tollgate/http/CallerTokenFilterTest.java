package io.tollgate.http;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tollgate.testing.TestCallers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

class CallerTokenFilterTest extends ShelfTest {
    @Test
    void a_caller_with_the_gateways_token_is_heard() {
        as(CALLERS.bearer("cli_books", "usr_ann", List.of("customer"), "shelf:read", "shelf:write"))
                .get()
                .uri("/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"clientId":"cli_books","userId":"usr_ann","roles":["customer"]}""");
    }

    @Test
    void a_caller_without_a_token_is_refused_whatever_it_asks_for() {
        refused(http.get().uri("/v1/me"), 401, "caller-token-required");
        refused(http.get().uri("/v1/nothing-here"), 401, "caller-token-required");
    }

    @Test
    void a_token_for_another_service_an_old_one_and_another_credential_are_invalid() {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));

        refused(authorized(TestCallers.of("orders").bearer("cli_books", null)), 401, "caller-token-invalid");
        refused(authorized(TestCallers.of("shelf", earlier).bearer("cli_books", null)), 401, "caller-token-invalid");
        refused(authorized("Basic YW5uOnNlY3JldA=="), 401, "caller-token-invalid");
        refused(authorized("Bearer x.y.z"), 401, "caller-token-invalid");
        refused(authorized(TestCallers.sign(new JWTClaimsSet.Builder().build())), 401, "caller-token-invalid");
    }

    @Test
    void two_credentials_are_none() {
        String bearer = CALLERS.bearer("cli_books", null);

        refused(
                http.get().uri("/v1/me").header(HttpHeaders.AUTHORIZATION, bearer, bearer),
                401,
                "caller-token-invalid");
    }

    @Test
    void a_missing_scope_and_a_missing_user_are_told_apart() {
        refused(authorized(CALLERS.bearer("cli_books", "usr_ann", "other:read")), 403, "missing-scope");
        refused(authorized(CALLERS.bearer("cli_books", null, "shelf:read")), 401, "user-required");
    }

    @Test
    void internal_paths_are_for_the_gateway_itself() {
        as(CALLERS.internal())
                .get()
                .uri("/internal/v1/secrets")
                .exchange()
                .expectStatus()
                .isOk();
        refused(asAnn().get().uri("/internal/v1/secrets"), 403, "missing-scope");
    }

    @Test
    void probes_on_the_management_port_need_no_token() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private WebTestClient.RequestHeadersSpec<?> authorized(String credential) {
        return http.get().uri("/v1/me").header(HttpHeaders.AUTHORIZATION, credential);
    }

    private static void refused(WebTestClient.RequestHeadersSpec<?> request, int status, String type) {
        problem(request.exchange(), status, type).jsonPath("$.requestId").isNotEmpty();
    }
}
