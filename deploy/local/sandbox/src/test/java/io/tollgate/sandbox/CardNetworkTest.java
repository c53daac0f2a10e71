package io.tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.sandbox.Caller.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardNetworkTest {

    @TempDir
    Path data;

    SandboxServer sandbox;
    Caller caller;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start("127.0.0.1", 0, data, Optional.of("secret"));
        caller = new Caller(sandbox.url(), "secret");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void an_authorization_is_captured_and_refunded() throws Exception {
        Seen authorized = caller.authorize("k1", "tok_visa");
        assertThat(authorized.status()).isEqualTo(201);
        assertThat(authorized.text("status")).isEqualTo("authorized");

        assertThat(caller.step("k2", authorized.text("id"), "captures").text("status"))
                .isEqualTo("captured");
        assertThat(caller.step("k3", authorized.text("id"), "refunds").text("status"))
                .isEqualTo("refunded");
        assertThat(caller.get("/network/v1/authorizations?reference=pay_1")
                        .body()
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("refunded");
    }

    @Test
    void an_authorization_is_captured_once_whatever_the_key() throws Exception {
        String id = caller.authorize("k1", "tok_visa").text("id");
        caller.step("k2", id, "captures");

        assertThat(caller.step("k3", id, "captures")).extracting(Seen::status).isEqualTo(409);
        assertThat(caller.step("k4", id, "voids").text("code")).isEqualTo("already_captured");
    }

    @Test
    void what_is_not_captured_cannot_be_refunded_and_what_is_voided_stays_so() throws Exception {
        String id = caller.authorize("k1", "tok_visa").text("id");

        assertThat(caller.step("k2", id, "refunds").text("code")).isEqualTo("not_captured");
        assertThat(caller.step("k3", id, "voids").text("status")).isEqualTo("voided");
        assertThat(caller.step("k4", id, "captures").text("code")).isEqualTo("already_voided");
    }

    @Test
    void the_same_key_gets_the_same_answer_and_does_nothing_twice() throws Exception {
        Seen first = caller.authorize("k1", "tok_visa");

        assertThat(caller.authorize("k1", "tok_visa")).isEqualTo(first);
        assertThat(caller.get("/network/v1/authorizations").body().path("items"))
                .hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_or_operation_is_refused() throws Exception {
        String id = caller.authorize("k1", "tok_visa").text("id");

        assertThat(caller.authorize("k1", "tok_slow").status()).isEqualTo(422);
        assertThat(caller.step("k1", id, "captures").status()).isEqualTo(422);
    }

    @Test
    void a_decline_carries_its_code_and_stays_one() throws Exception {
        assertThat(caller.authorize("k1", "tok_declined")).isEqualTo(caller.authorize("k1", "tok_declined"));
        assertThat(caller.authorize("k2", "tok_insufficient_funds").text("code"))
                .isEqualTo("insufficient_funds");
        assertThat(caller.authorize("k3", "tok_nobody_knows").status()).isEqualTo(402);
        assertThat(caller.get("/network/v1/operations/k1").text("status")).isEqualTo("declined");
    }

    @Test
    void a_refused_capture_leaves_what_can_still_be_voided() throws Exception {
        String id = caller.authorize("k1", "tok_capture_refused").text("id");

        assertThat(caller.step("k2", id, "captures").text("code")).isEqualTo("capture_refused");
        assertThat(caller.step("k3", id, "voids").text("status")).isEqualTo("voided");
    }

    @Test
    void who_times_out_may_have_been_charged_or_not_and_can_ask() throws Exception {
        Caller impatient = caller.impatient();

        assertThatThrownBy(() -> impatient.authorize("lost", "tok_timeout")).isInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> impatient.authorize("charged", "tok_timeout_charged"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(caller.get("/network/v1/operations/lost").status()).isEqualTo(404);
        assertThat(caller.get("/network/v1/operations/charged").text("status")).isEqualTo("authorized");
        assertThat(caller.get("/network/v1/authorizations").body().path("items"))
                .hasSize(1);
    }

    @Test
    void slow_answers_come_late_and_hold_nobody_else_up() throws Exception {
        HttpRequest slow = HttpRequest.newBuilder(URI.create(sandbox.url() + "/network/v1/authorizations"))
                .header("Authorization", "Bearer secret")
                .header("Idempotency-Key", "slow")
                .POST(BodyPublishers.ofString(Caller.authorization("tok_slow", 1, "pay_2")))
                .build();
        assertThat(caller.get("/healthz").status()).as("connected").isEqualTo(200);
        long start = System.nanoTime();
        var late = HttpClient.newHttpClient().sendAsync(slow, BodyHandlers.ofString());

        assertThat(caller.authorize("k1", "tok_visa").status()).isEqualTo(201);
        assertThat(late).isNotDone();
        assertThat(late.get().statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void an_error_happens_once_per_key() throws Exception {
        assertThat(caller.authorize("k1", "tok_error_once").status()).isEqualTo(500);
        assertThat(caller.authorize("k1", "tok_error_once").status()).isEqualTo(201);
    }

    @Test
    void every_decline_code_has_its_token() throws Exception {
        assertThat(caller.authorize("k1", "tok_expired_card").text("code")).isEqualTo("expired_card");
        assertThat(caller.authorize("k2", "tok_stolen_card").text("code")).isEqualTo("stolen_card");
    }

    @Test
    void what_is_captured_is_refunded_in_parts_and_never_beyond() throws Exception {
        String id = caller.authorize("k1", "tok_visa").text("id");
        caller.step("k2", id, "captures");

        assertThat(refund("k3", id, 4000).text("status")).isEqualTo("refunded");
        assertThat(refund("k3", id, 4000).status()).isEqualTo(201);
        assertThat(refund("k4", id, 391).text("code")).isEqualTo("refund_exceeds_capture");
        assertThat(refund("k5", id, 0).text("code")).isEqualTo("invalid_amount");
        assertThat(held("status")).isEqualTo("partially_refunded");
        assertThat(caller.step("k6", id, "voids").text("code")).isEqualTo("already_partially_refunded");
        assertThat(refund("k7", id, 390).status()).isEqualTo(201);
        assertThat(held("status")).isEqualTo("refunded");
        assertThat(refund("k8", id, 1).text("code")).isEqualTo("already_refunded");
    }

    @Test
    void a_refused_refund_leaves_what_was_captured() throws Exception {
        String id = caller.authorize("k1", "tok_refund_refused").text("id");
        caller.step("k2", id, "captures");

        assertThat(refund("k3", id, 1).text("code")).isEqualTo("refund_refused");
        assertThat(held("status")).isEqualTo("captured");
    }

    @Test
    void what_has_to_be_confirmed_is_authorized_by_a_code() throws Exception {
        Seen asked = caller.authorize("k1", "tok_3ds");
        String id = asked.text("id");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("status")).isEqualTo("action_required");
        assertThat(caller.get("/network/v1/operations/k1").text("actionUrl")).isEqualTo(asked.text("actionUrl"));
        assertThat(caller.get(URI.create(asked.text("actionUrl")).getPath()).text("status"))
                .isEqualTo("action_required");
        assertThat(caller.step("k2", id, "captures").text("code")).isEqualTo("not_authorized");
        assertThat(confirm("k3", id, "12345").text("code")).isEqualTo("invalid_code");
        assertThat(confirm("k4", id, "123456").text("status")).isEqualTo("authorized");
        assertThat(caller.step("k5", id, "captures").status()).isEqualTo(201);
    }

    @Test
    void a_wrong_code_declines_and_what_is_voided_cannot_be_confirmed() throws Exception {
        String id = caller.authorize("k1", "tok_3ds").text("id");
        String other = caller.authorize("k2", "tok_3ds").text("id");

        assertThat(confirm("k3", id, "000000").text("code")).isEqualTo("confirmation_failed");
        assertThat(confirm("k4", id, "123456").text("code")).isEqualTo("already_declined");
        assertThat(caller.step("k5", other, "voids").text("status")).isEqualTo("voided");
        assertThat(confirm("k6", other, "123456").text("code")).isEqualTo("already_voided");
    }

    @Test
    void a_duplicate_answer_is_the_same_answer_and_one_authorization() throws Exception {
        assertThat(caller.authorize("k1", "tok_duplicate")).isEqualTo(caller.authorize("k1", "tok_duplicate"));
        assertThat(caller.get("/network/v1/authorizations").body().path("items"))
                .hasSize(1);
    }

    @Test
    void a_late_answer_is_of_what_was_charged() throws Exception {
        assertThatThrownBy(() -> caller.impatient().authorize("k1", "tok_late"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(caller.get("/network/v1/operations/k1").text("status")).isEqualTo("authorized");
    }

    private Seen refund(String key, String id, long amount) throws Exception {
        return caller.post(
                "/network/v1/authorizations/" + id + "/refunds",
                key,
                "{\"amount\":" + amount + ",\"currency\":\"EUR\"}");
    }

    private Seen confirm(String key, String id, String code) throws Exception {
        return caller.post("/network/v1/authorizations/" + id + "/confirmations", key, "{\"code\":\"" + code + "\"}");
    }

    private String held(String field) throws Exception {
        return caller.get("/network/v1/authorizations?reference=pay_1")
                .body()
                .at("/items/0/" + field)
                .asText();
    }

    @Test
    void bad_requests_are_told_apart_and_change_nothing() throws Exception {
        assertThat(new Caller(sandbox.url(), "guessed")
                        .authorize("k1", "tok_visa")
                        .status())
                .isEqualTo(401);
        assertThat(caller.post("/network/v1/authorizations", "k2", "{").text("code"))
                .isEqualTo("malformed_request");
        assertThat(caller.post("/network/v1/authorizations", "k3", Caller.authorization("tok_visa", 0, "p"))
                        .text("code"))
                .isEqualTo("invalid_amount");
        assertThat(caller.post("/network/v1/authorizations", " ", Caller.authorization("tok_visa", 1, "p"))
                        .text("code"))
                .isEqualTo("idempotency_key_required");
        assertThat(caller.step("k4", "auth_none", "captures").status()).isEqualTo(404);
        assertThat(caller.get("/network/v1/authorizations").body().path("items"))
                .isEmpty();
    }
}
