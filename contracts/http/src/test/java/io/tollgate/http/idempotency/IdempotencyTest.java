package io.tollgate.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.http.Idempotency;
import io.tollgate.http.idempotency.CopyController.CopyRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class IdempotencyTest extends CopiesTest {
    @Test
    void a_repetition_is_answered_byte_for_byte_without_doing_it_again() {
        var first = post(ANN, "/v1/copies", "tea").returnResult(byte[].class);
        byte[] firstBody = body(first.getResponseBody());
        var second = post(ANN, "/v1/copies", "tea").returnResult(byte[].class);

        assertThat(body(second.getResponseBody())).isEqualTo(firstBody);
        assertThat(second.getStatus()).isEqualTo(first.getStatus());
        assertThat(first.getResponseHeaders()).doesNotContainKey(Idempotency.REPLAYED);
        assertThat(second.getResponseHeaders()).containsEntry(Idempotency.REPLAYED, List.of("true"));
        for (String header : List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE)) {
            assertThat(second.getResponseHeaders().get(header))
                    .isNotNull()
                    .isEqualTo(first.getResponseHeaders().get(header));
        }
        assertThat(rows("tea")).isEqualTo(1);
    }

    @Test
    void without_a_key_every_call_is_another() {
        key = null;
        post(ANN, "/v1/copies", "sugar").expectStatus().isCreated();
        post(ANN, "/v1/copies", "sugar").expectStatus().isCreated();

        assertThat(rows("sugar")).isEqualTo(2);
    }

    @Test
    void without_a_key_too_what_lost_a_row_keeps_nothing_and_runs_again() {
        key = null;
        controller.calls.set(0);
        post(ANN, "/v1/copies", "contended").expectStatus().isCreated();

        assertThat(controller.calls).hasValue(3);
        assertThat(rows("contended")).isEqualTo(1);
    }

    @Test
    void what_goes_on_losing_is_told_so_and_keeps_nothing() {
        key = null;
        problem(post(ANN, "/v1/copies", "always contended"), 409, "conflict");

        assertThat(rows("always contended")).isZero();
    }

    @Test
    void a_key_used_with_another_body_is_refused() {
        post(ANN, "/v1/copies", "milk").expectStatus().isCreated();

        problem(post(ANN, "/v1/copies", "cream"), 422, "idempotency-key-reused");
        assertThat(rows("cream")).isZero();
    }

    @Test
    void a_key_belongs_to_one_client_one_user_and_one_operation() {
        post(ANN, "/v1/copies", "rice").expectStatus().isCreated();
        post(CALLERS.bearer("cli_books", "usr_bob"), "/v1/copies", "rice")
                .expectStatus()
                .isCreated();
        post(CALLERS.bearer("cli_shoes", "usr_ann"), "/v1/copies", "rice")
                .expectStatus()
                .isCreated();
        post(CALLERS.bearer("cli_books", null), "/v1/copies", "rice")
                .expectStatus()
                .isCreated();
        post(ANN, "/v1/strict-copies", "rice").expectStatus().isCreated();

        assertThat(rows("rice")).isEqualTo(5);
    }

    @Test
    void a_hundred_equal_requests_at_once_do_it_once_and_hear_the_same() {
        WebClient client = WebClient.create();
        List<String> answers = Flux.range(0, 100)
                .flatMap(
                        i -> client.post()
                                .uri(address())
                                .header(HttpHeaders.AUTHORIZATION, ANN)
                                .header(Idempotency.HEADER, key)
                                .bodyValue(new CopyRequest("slow boat"))
                                .retrieve()
                                .bodyToMono(String.class),
                        100)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(answers).hasSize(100);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(rows("slow boat")).isEqualTo(1);
        assertThat(controller.calls).hasValue(1);
    }

    @Test
    void a_refusal_is_kept_and_what_it_did_is_rolled_back() {
        byte[] first = problem(post(ANN, "/v1/copies", "no paper"), 409, "no-paper")
                .returnResult()
                .getResponseBody();
        byte[] second = problem(post(ANN, "/v1/copies", "no paper"), 409, "no-paper")
                .returnResult()
                .getResponseBody();

        assertThat(second).isEqualTo(first);
        assertThat(controller.calls).hasValue(1);
        assertThat(rows("no paper")).isZero();
    }

    @Test
    void an_accident_is_not_kept_so_that_a_repetition_tries_again() {
        problem(post(ANN, "/v1/copies", "jam"), 500, "internal-error");
        problem(post(ANN, "/v1/copies", "jam"), 500, "internal-error");

        assertThat(controller.calls).hasValue(2);
        assertThat(rows("jam")).isZero();
    }

    @Test
    void a_secret_is_shown_once() {
        post(ANN, "/v1/secret-copies", "pearl")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.note")
                .isEqualTo("pearl");

        byte[] again = problem(post(ANN, "/v1/secret-copies", "pearl"), 409, "secret-already-shown")
                .returnResult()
                .getResponseBody();
        assertThat(new String(again)).contains("\"keyId\":\"key_pearl\"");
        assertThat(rows("pearl")).isEqualTo(1);
    }

    @Test
    void a_missing_or_unusable_key_is_refused() {
        key = null;
        problem(post(ANN, "/v1/strict-copies", "nut"), 400, "idempotency-key-required");
        for (String unusable : List.of("", "with space", "x".repeat(256), "caf\u00e9")) {
            key = unusable;
            problem(post(ANN, "/v1/strict-copies", "nut"), 400, "idempotency-key-invalid");
        }
        assertThat(rows("nut")).isZero();
    }

    @Test
    void a_canceled_request_leaves_nothing_and_can_be_repeated_at_once() {
        int before = controller.unanswered.get();
        Disposable leaver = WebClient.create(address())
                .post()
                .header(HttpHeaders.AUTHORIZATION, ANN)
                .header(Idempotency.HEADER, key)
                .bodyValue(new CopyRequest("leaver"))
                .retrieve()
                .toBodilessEntity()
                .subscribe();
        await().until(() -> controller.unanswered.get() > before);
        leaver.dispose();

        post(ANN, "/v1/copies", "leaver").expectStatus().isCreated();
        assertThat(rows("leaver")).isEqualTo(1);
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/v1/copies";
    }

    private static byte[] body(Flux<byte[]> chunks) {
        return chunks.reduce((one, other) -> one).block();
    }
}
