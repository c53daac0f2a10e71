package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialMemoryTest extends RunningGateway {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Test
    void a_caller_is_verified_once_however_often_it_asks() {
        HttpRequest.Builder request = newcomer("once");

        for (int i = 0; i < 5; i++) {
            assertThat(send(request).statusCode()).isEqualTo(200);
        }

        assertThat(USERS.keysAsked()).isOne();
        assertThat(USERS.passwordsAsked()).isOne();
    }

    @Test
    void many_requests_of_a_newcomer_at_once_cost_one_verification() {
        USERS.slowPasswords(Duration.ofMillis(300));
        HttpRequest.Builder request = newcomer("crowd");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(request)))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(USERS.passwordsAsked()).isOne();
    }

    @Test
    void the_directory_is_told_a_hash_of_the_key_by_the_gateway_itself() {
        send(newcomer("hash"));

        var question = USERS.http.arrived().stream()
                .filter(request -> request.uri().equals("/internal/v1/api-keys/verify"))
                .findFirst()
                .orElseThrow();
        assertThat(json(question.text()).at("/hash").asText()).isEqualTo(FakeUsers.sha256("tg_live_hash"));
        String token = question.headers().get("Authorization").substring("Bearer ".length());
        var gateway = heard("users", token).orElseThrow();
        assertThat(gateway.clientId()).isEqualTo("gateway");
        assertThat(gateway.scopes()).containsExactly("internal");
    }

    @Test
    void a_revoked_key_stops_within_seconds() {
        HttpRequest.Builder request = newcomer("revoked");
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.revoke("tg_live_revoked");
        USERS.changed("client", "cli_revoked", 2);

        await().atMost(SECONDS).untilAsserted(() -> problem(send(request), 401, "api-key-invalid"));
    }

    @Test
    void a_changed_password_is_verified_again_and_the_new_version_remembered() {
        HttpRequest.Builder request = newcomer("changed");
        assertThat(send(request).statusCode()).isEqualTo(200);

        USERS.newUserVersion("changed@customers.example", 2);
        USERS.changed("user", "usr_changed", 2);

        await().atMost(SECONDS).until(() -> {
            send(request);
            return USERS.passwordsAsked() == 2;
        });
        send(request);
        assertThat(USERS.passwordsAsked()).isEqualTo(2);
    }

    @Test
    void a_plan_that_changed_is_in_force_within_seconds() {
        HttpRequest.Builder request = newcomer("replanned");
        send(request);

        USERS.client("tg_live_replanned", "cli_replanned", FakeUsers.ALL, 2, 7, 60, 7);
        USERS.changed("client", "cli_replanned", 2);

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(send(request).headers().firstValue("RateLimit-Policy"))
                        .contains("\"burst\";q=7;w=60"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"clientId\":", "{}"})
    void an_answer_that_makes_no_sense_is_no_answer_and_is_not_remembered(String answer) {
        String name = "senseless" + answer.length();
        HttpRequest.Builder request = newcomer(name);
        USERS.answerTo("tg_live_" + name, answer);

        problem(send(request), 503, "unavailable");

        newcomer(name);
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    /** An API client and a user whom no other test has made known. */
    private HttpRequest.Builder newcomer(String name) {
        USERS.client("tg_live_" + name, "cli_" + name, FakeUsers.ALL, 1, 100_000, 60, 100_000);
        USERS.newUserVersion(name + "@customers.example", 1);
        return request("/v1/orders")
                .header("X-API-Key", "tg_live_" + name)
                .header("Authorization", basic(name + "@customers.example", FakeUsers.PASSWORD));
    }
}
