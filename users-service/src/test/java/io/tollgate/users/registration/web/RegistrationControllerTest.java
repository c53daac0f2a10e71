package io.tollgate.users.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

@ExtendWith(OutputCaptureExtension.class)
class RegistrationControllerTest extends UsersTest {
    private static final String PASSWORD = Customer.PASSWORD;

    @Test
    void a_new_user_signs_in_once_the_mailed_token_came_back(CapturedOutput output) {
        register("New@Example.com", PASSWORD);
        problem(signIn("new@example.com", PASSWORD), 404, "not-found");
        assertThat(mails.templatesTo("new@example.com")).containsExactly("verify-email");
        assertThat(count("outbox WHERE type = 'users.user-registered.v1' AND subject = '" + idOf("new@example.com")
                        + "'"))
                .isZero();

        String token = mails.lastToken("new@example.com");
        verify(token).expectStatus().isOk();

        signIn("new@example.com", PASSWORD).expectStatus().isOk();
        assertThat(count("outbox WHERE type = 'users.user-registered.v1' AND subject = '" + idOf("new@example.com")
                        + "'"))
                .isOne();
        assertThat(count("account_token WHERE token_hash = '" + token + "'"))
                .as("the token itself is not kept")
                .isZero();
        assertThat(output).doesNotContain(PASSWORD).doesNotContain("$argon2id$").doesNotContain(token);
        assertThat(output).doesNotContain("new@example.com");
    }

    @Test
    void what_grows_in_lower_case_is_taken_or_refused_and_breaks_nothing() {
        String grows = "\u0130";
        post(shop(), "/v1/users", registration("grows@example.com", grows.repeat(200)))
                .expectStatus()
                .isAccepted();
        String address = grows.repeat(64) + "@" + ("a".repeat(60) + ".").repeat(3) + "com";

        problem(post(shop(), "/v1/users", registration(address, "Ann")), 400, "validation-failed");
        problem(post(shop(), "/v1/users/password-resets", Map.of("email", address)), 400, "validation-failed");
    }

    private static Map<String, String> registration(String email, String name) {
        return Map.of("email", email, "password", PASSWORD, "name", name);
    }

    @Test
    void the_words_of_a_stranger_are_mailed_to_nobody() {
        String words = "You won, see https://evil.example";
        post(shop(), "/v1/users", registration("spared@example.com", words))
                .expectStatus()
                .isAccepted();
        post(shop(), "/v1/users/password-resets", Map.of("email", "spared@example.com"))
                .expectStatus()
                .isAccepted();

        assertThat(mails.to("spared@example.com"))
                .extracting(mail -> mail.path("template").asText() + " to "
                        + mail.path("name").asText())
                .containsExactly("verify-email to customer", "reset-password to customer");
        assertThat(mails.to("spared@example.com").toString()).doesNotContain("evil");
    }

    @Test
    void who_proved_an_address_is_called_by_name_there_alone() {
        Customer ann = customer("called@example.com");
        post(shop(), "/v1/users/password-resets", Map.of("email", ann.email()))
                .expectStatus()
                .isAccepted();
        patch(ann.bearer(), "/v1/users/me", "*", Map.of("email", "called.else@example.com"))
                .expectStatus()
                .isOk();

        assertThat(mails.to("called@example.com").get(1).path("name").asText()).isEqualTo("Ann Example");
        assertThat(mails.to("called.else@example.com").get(0).path("name").asText())
                .isEqualTo("customer");
    }

    @Test
    void a_token_is_good_once() {
        register("once@example.com", PASSWORD);
        String token = mails.lastToken("once@example.com");
        verify(token).expectStatus().isOk();

        problem(verify(token), 422, "token-invalid")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/token");
    }

    @Test
    void a_repetition_of_the_proof_is_answered_as_the_first_was() {
        register("again@example.com", PASSWORD);
        String token = mails.lastToken("again@example.com");

        keyed("/v1/users/verifications", "proof-1", Map.of("token", token))
                .expectStatus()
                .isOk();
        keyed("/v1/users/verifications", "proof-1", Map.of("token", token))
                .expectStatus()
                .isOk();
    }

    @Test
    void a_token_is_good_for_fifteen_minutes() {
        register("late@example.com", PASSWORD);
        shiftExpiry("late@example.com", -901);

        problem(verify(mails.lastToken("late@example.com")), 422, "token-invalid");
    }

    @Test
    void two_posts_of_a_token_at_once_prove_it_once() {
        register("twice@example.com", PASSWORD);
        String token = mails.lastToken("twice@example.com");

        Map<Integer, Long> answers = parallel(8, "/v1/users/verifications", Map.of("token", token));

        assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1L, 422, 7L));
    }

    @Test
    void a_known_address_is_answered_like_an_unknown_one_for_the_same_work() {
        customer("known@example.com");
        long before = hashes();
        EntityExchangeResult<byte[]> known = registering("KNOWN@example.com");
        long between = hashes();
        EntityExchangeResult<byte[]> unknown = registering("unknown@example.com");

        assertThat(hashes() - between).isEqualTo(between - before).isEqualTo(1);
        assertThat(known.getStatus()).isEqualTo(unknown.getStatus());
        assertThat(known.getResponseBody()).isEqualTo(unknown.getResponseBody());
        assertThat(withoutId(known.getResponseHeaders())).isEqualTo(withoutId(unknown.getResponseHeaders()));
        assertThat(mails.templatesTo("known@example.com")).containsExactly("verify-email", "email-in-use");
        signIn("known@example.com", "another horse battery").expectStatus().isNotFound();
        signIn("known@example.com", PASSWORD).expectStatus().isOk();
    }

    @Test
    void fifty_at_once_with_one_address_make_one_account() {
        Map<String, String> registration =
                Map.of("email", "race@example.com", "password", PASSWORD, "name", "Ann Example");

        Map<Integer, Long> answers = parallel(50, "/v1/users", registration);

        // the hashing queue is shorter than fifty: whoever did not fit was told to come back
        assertThat(answers.keySet()).isSubsetOf(202, 503).contains(202);
        assertThat(count("user_account WHERE email = 'race@example.com'")).isOne();
        assertThat(mails.to("race@example.com")).hasSizeBetween(1, 5);
    }

    @Test
    void of_two_who_register_one_address_neither_gets_in_with_a_password_that_the_mailbox_has_not_set() {
        register("hijacked@example.com", PASSWORD);
        String first = mails.lastToken("hijacked@example.com");
        register("hijacked@example.com", "the attacker's own");

        problem(verify(first), 422, "token-invalid");
        verify(mails.lastToken("hijacked@example.com")).expectStatus().isOk();
        signIn("hijacked@example.com", "the attacker's own").expectStatus().isNotFound();
        signIn("hijacked@example.com", PASSWORD).expectStatus().isNotFound();
        signIn("hijacked@example.com", "").expectStatus().is4xxClientError();
    }

    @Test
    void a_mailbox_cannot_be_filled_and_beyond_its_share_nothing_is_replaced() {
        for (int i = 0; i < 5; i++) {
            register("flooded@example.com", PASSWORD);
        }
        String last = mails.lastToken("flooded@example.com");
        register("flooded@example.com", "the attacker's own");

        assertThat(mails.to("flooded@example.com")).hasSize(5);
        verify(last).expectStatus().isOk();
        signIn("flooded@example.com", "the attacker's own").expectStatus().isNotFound();
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        problem(
                        post(shop(), "/v1/users", Map.of("email", "ann", "password", "short", "name", " ")),
                        400,
                        "validation-failed")
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
        problem(post(shop(), "/v1/users/verifications", Map.of("token", "")), 400, "validation-failed");
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        problem(
                post(
                        CALLERS.bearer("cli_shop", null),
                        "/v1/users",
                        Map.of("email", "e@example.com", "password", PASSWORD, "name", "E")),
                403,
                "missing-scope");
    }

    @Test
    void its_problems_are_documented() {
        ProblemRows.assertDocumented(
                TokenProblems.TOKEN_INVALID.name(),
                TokenProblems.TOKEN_INVALID.status(),
                TokenProblems.TOKEN_INVALID.title());
    }

    private void shiftExpiry(String email, int seconds) {
        database.sql("UPDATE account_token SET expires_at = DATEADD(SECOND, " + seconds
                        + ", expires_at) WHERE user_id = :user")
                .bind("user", idOf(email))
                .then()
                .block();
    }

    private EntityExchangeResult<byte[]> registering(String email) {
        return post(shop(), "/v1/users", Map.of("email", email, "password", "another horse battery", "name", "Eve"))
                .expectBody()
                .returnResult();
    }

    private static HttpHeaders withoutId(HttpHeaders headers) {
        HttpHeaders copy = new HttpHeaders();
        copy.putAll(headers);
        copy.remove("X-Request-Id");
        copy.remove(HttpHeaders.DATE);
        return copy;
    }

    private ResponseSpec keyed(String uri, String key, Object body) {
        return http.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, shop())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private Map<Integer, Long> parallel(int times, String uri, Object body) {
        WebClient client = WebClient.builder()
                .baseUrl(address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, shop())
                .build();
        return Flux.range(0, times)
                .flatMap(
                        i -> client.post().uri(uri).bodyValue(body).exchangeToMono(answer -> answer.toBodilessEntity()),
                        times)
                .map(answer -> answer.getStatusCode().value())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()))
                .block();
    }
}
