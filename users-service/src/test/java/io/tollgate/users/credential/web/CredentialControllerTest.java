package io.tollgate.users.credential.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.UsersTest;
import io.tollgate.users.credential.KeyHash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CredentialControllerTest extends UsersTest {
    @Test
    void the_first_administrator_can_sign_in_through_the_first_client() {
        verify(ADMIN_EMAIL.toLowerCase(), ADMIN_PASSWORD)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.roles[0]")
                .isEqualTo("admin")
                .jsonPath("$.credentialVersion")
                .isEqualTo(3);
        post(
                        CALLERS.internal(),
                        "/internal/v1/api-keys/verify",
                        Map.of("hash", KeyHash.of(ADMIN_KEY).hex()))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.plan.name")
                .isEqualTo("internal")
                .jsonPath("$.scopes.length()")
                .isEqualTo(12);
    }

    @Test
    void a_wrong_password_and_an_unknown_user_differ_in_nothing() {
        long before = hashes();
        byte[] wrong = problem(verify(ADMIN_EMAIL, "not the password"), 404, "not-found")
                .returnResult()
                .getResponseBody();
        assertThat(hashes()).isEqualTo(before + 1);
        byte[] unknown = problem(verify("nobody@example.com", "not the password"), 404, "not-found")
                .returnResult()
                .getResponseBody();
        assertThat(hashes()).isEqualTo(before + 2);

        assertThat(withoutIds(unknown)).isEqualTo(withoutIds(wrong));
    }

    @Test
    void a_user_whom_an_issuer_vouched_for_is_found_by_id_or_by_address_without_a_hash() {
        Customer ann = customer("ann.resolved@example.com");
        long before = hashes();

        resolve(Map.of("userId", ann.id()))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.roles[0]")
                .isEqualTo("customer")
                .jsonPath("$.credentialVersion")
                .isNumber();
        resolve(Map.of("email", "Ann.Resolved@Example.com"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.userId")
                .isEqualTo(ann.id());
        assertThat(hashes()).isEqualTo(before);
    }

    @Test
    void who_has_no_account_or_has_not_proven_the_address_is_not_found() {
        register("unproven.resolved@example.com", "a password of tests");

        problem(resolve(Map.of("userId", "usr_nobody")), 404, "not-found");
        problem(resolve(Map.of("email", "unproven.resolved@example.com")), 404, "not-found");
    }

    @Test
    void a_user_is_named_in_one_way() {
        problem(resolve(Map.of()), 400, "validation-failed");
        problem(resolve(Map.of("userId", "usr_1", "email", "a@example.com")), 400, "validation-failed");
    }

    @Test
    void a_flood_of_logins_is_told_to_come_back_and_whoever_waits_is_served() {
        WebClient gateway = WebClient.builder()
                .baseUrl(address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, CALLERS.internal())
                .build();

        List<Integer> answers = Flux.range(0, 80)
                .flatMap(i -> login(gateway, "flood" + i + "@example.com"), 80)
                .doOnNext(answer -> assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .isEqualTo(answer.getStatusCode().value() == 503 ? "1" : null))
                .map(answer -> answer.getStatusCode().value())
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(answers).hasSize(80).containsOnly(404, 503).contains(404, 503);
    }

    @Test
    void an_unknown_key_is_not_found_and_what_is_no_hash_is_refused() {
        problem(
                post(CALLERS.internal(), "/internal/v1/api-keys/verify", Map.of("hash", "0".repeat(64))),
                404,
                "not-found");
        problem(
                post(CALLERS.internal(), "/internal/v1/api-keys/verify", Map.of("hash", ADMIN_KEY)),
                400,
                "validation-failed");
    }

    @Test
    void the_feed_is_followed_from_where_it_is() {
        get(CALLERS.internal(), "/internal/v1/credential-changes?after=0&limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items":[{"position":2,"kind":"user","version":3}],"last":2}""");
        Long last = get(CALLERS.internal(), "/internal/v1/credential-changes")
                .expectBody(CredentialChanges.class)
                .returnResult()
                .getResponseBody()
                .last();

        assertThat(last).isGreaterThanOrEqualTo(2);
        get(CALLERS.internal(), "/internal/v1/credential-changes?after=" + last)
                .expectBody()
                .json("{\"items\":[],\"last\":" + last + "}");
        problem(get(CALLERS.internal(), "/internal/v1/credential-changes?after=-1"), 400, "validation-failed");
    }

    @Test
    void who_cannot_be_led_on_is_told_to_begin_again() {
        problem(get(CALLERS.internal(), "/internal/v1/credential-changes?after=1000000000"), 410, "feed-position-gone");
    }

    @Test
    void nobody_but_the_gateway_asks() {
        String shop = CALLERS.bearer("cli_shop", "usr_ann", "users:read");

        problem(post(shop, "/internal/v1/api-keys/verify", Map.of("hash", "0".repeat(64))), 403, "missing-scope");
        problem(
                post(shop, "/internal/v1/passwords/verify", Map.of("email", "a", "password", "b")),
                403,
                "missing-scope");
        problem(get(shop, "/internal/v1/credential-changes"), 403, "missing-scope");
    }

    private static Mono<ResponseEntity<Void>> login(WebClient gateway, String email) {
        return gateway.post()
                .uri("/internal/v1/passwords/verify")
                .bodyValue(Map.of("email", email, "password", "not the password"))
                .exchangeToMono(answer -> answer.toBodilessEntity());
    }

    private ResponseSpec resolve(Map<String, String> name) {
        return post(CALLERS.internal(), "/internal/v1/users/resolve", name);
    }

    private ResponseSpec verify(String email, String password) {
        return post(CALLERS.internal(), "/internal/v1/passwords/verify", Map.of("email", email, "password", password));
    }

    private static String withoutIds(byte[] problem) {
        return new String(problem).replaceAll("\"(requestId|traceId)\":\"[^\"]*\"", "");
    }
}
