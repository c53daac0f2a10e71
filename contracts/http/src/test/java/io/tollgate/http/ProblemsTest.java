package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends ShelfTest {
    @Test
    void a_good_body_comes_back_as_it_was() {
        post(GOOD).expectStatus().isOk().expectBody().json(GOOD);
    }

    @Test
    void every_broken_rule_is_told_at_once_with_its_place() {
        problem(post("""
                {"lines":[{"sku":" ","quantity":-1}]}"""), 400, "validation-failed")
                .jsonPath("$.errors.length()")
                .isEqualTo(3)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/quantity")
                .jsonPath("$.errors[0].code")
                .isEqualTo("positive")
                .jsonPath("$.errors[1].pointer")
                .isEqualTo("/lines/0/sku")
                .jsonPath("$.errors[1].code")
                .isEqualTo("not-blank")
                .jsonPath("$.errors[2].pointer")
                .isEqualTo("/total")
                .jsonPath("$.errors[2].code")
                .isEqualTo("not-null");
    }

    @Test
    void an_unknown_property_is_refused_with_its_place() {
        problem(post(GOOD.replace("\"sku\"", "\"note/1\":1,\"sku\"")), 400, "unknown-property")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/note~11");
    }

    @Test
    void a_wrong_type_is_refused_with_its_place_and_nothing_is_guessed() {
        for (String wrong : new String[] {"\"2\"", "2.5", "[]", "null", "99999999999"}) {
            problem(post(GOOD.replace("2}", wrong + "}")), 400, "validation-failed")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/lines/0/quantity");
        }
        problem(post(GOOD.replace("\"tea\"", "7")), 400, "validation-failed")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/sku");
        problem(post(GOOD.replace("EUR", "EURO")), 400, "validation-failed")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/total/currency");
        problem(post(GOOD.replace("\"amount\":1234,", "")), 400, "validation-failed")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/total/amount");
    }

    @Test
    void wrong_types_unknown_properties_and_broken_rules_are_told_together() {
        problem(
                        post(
                                """
                        {"lines":[{"sku":7,"quantity":"two"},{"sku":"tea","quantity":-1},{"sku":[],"note":1}],
                         "total":{"amount":1.5,"currency":"EURO"},"surprise":true}"""),
                        400,
                        "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of(
                        "/lines/0/sku",
                        "/lines/0/quantity",
                        "/lines/2/sku",
                        "/lines/2/quantity",
                        "/lines/2/note",
                        "/total/amount",
                        "/total/currency",
                        "/surprise",
                        "/lines/1/quantity"));
    }

    @Test
    void all_that_is_missing_is_told_together() {
        problem(post("{\"lines\":[],\"total\":{}}"), 400, "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/total/amount", "/total/currency", "/lines"));
    }

    @Test
    void every_unknown_property_is_told() {
        problem(
                        post(GOOD.replace("\"sku\"", "\"note\":1,\"sku\"").replace("{\"lines", "{\"x\":{},\"lines")),
                        400,
                        "unknown-property")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/lines/0/note", "/x"));
    }

    @Test
    void of_very_many_wrong_values_the_first_ones_are_told() {
        String lines = IntStream.range(0, 100).mapToObj(i -> "7").collect(Collectors.joining(","));
        problem(post("{\"lines\":[" + lines + "]}"), 400, "validation-failed")
                .jsonPath("$.errors.length()")
                .isEqualTo(20);
    }

    @Test
    void a_text_that_nobody_can_write_again_is_refused_with_its_place() {
        for (String half : List.of("\\ud83d", "\\ude00x", "a\\u0000b")) {
            problem(post(GOOD.replace("tea", half)), 400, "validation-failed")
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/lines/0/sku");
        }
        post(GOOD.replace("tea", "\\ud83d\\ude00")).expectStatus().isOk();
    }

    @Test
    void what_is_not_json_is_malformed() {
        problem(post("{\"lines\":["), 400, "malformed-request");
        problem(post(""), 400, "malformed-request");
        problem(post(" \r\n"), 400, "malformed-request");
        problem(post("null"), 400, "malformed-request");
        problem(post(GOOD.replace("\"total\"", "\"lines\":[],\"total\"")), 400, "malformed-request");
        problem(post("[".repeat(100_000)), 400, "validation-failed");
        problem(post("[]"), 400, "validation-failed");
        problem(post(GOOD + "{}"), 400, "validation-failed");
    }

    @Test
    void a_parameter_of_a_wrong_type_or_value_is_named() {
        problem(get("/v1/squares?of=x"), 400, "validation-failed")
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("of");
        problem(get("/v1/squares?of=11"), 400, "validation-failed")
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("of")
                .jsonPath("$.errors[0].code")
                .isEqualTo("max");
        problem(get("/v1/squares"), 400, "validation-failed")
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("of");
    }

    @Test
    void the_frameworks_refusals_are_problems_too() {
        problem(get("/v1/nothing"), 404, "not-found");
        problem(
                asAnn().delete().uri("/v1/me").exchange().expectHeader().valueEquals("Allow", "GET"),
                405,
                "method-not-allowed");
        problem(asAnn().get().uri("/v1/me").accept(MediaType.IMAGE_PNG).exchange(), 406, "not-acceptable");
        problem(asAnn().get().uri("/v1/me").accept(MediaType.TEXT_EVENT_STREAM).exchange(), 406, "not-acceptable");
        problem(
                asAnn().post()
                        .uri("/v1/baskets")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue(GOOD)
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_body_over_a_mebibyte_is_too_large() {
        problem(post("{\"lines\":\"" + "x".repeat(1 << 20) + "\"}"), 413, "payload-too-large");
    }

    @Test
    void a_refusal_without_a_row_of_its_own_takes_that_of_its_kind() {
        problem(get("/v1/failures/refused"), 409, "shelf-refused");
    }

    @Test
    void who_is_too_busy_says_when_to_come_back() {
        problem(get("/v1/failures/busy").expectHeader().valueEquals("Retry-After", "2"), 503, "too-busy");
    }

    @Test
    void a_bug_is_logged_once_with_its_cause_and_told_to_nobody(CapturedOutput output) {
        byte[] body = problem(get("/v1/failures/bug"), 500, "internal-error")
                .returnResult()
                .getResponseBody();

        assertThat(new String(body)).doesNotContain("canary");
        assertThat(output).containsOnlyOnce("canary: jdbc:h2:secret");
    }

    @Test
    void the_gateways_request_id_is_taken_over_and_a_strange_one_is_not() {
        asAnn().get()
                .uri("/v1/me")
                .header("X-Request-Id", "req_from-the-gateway")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "req_from-the-gateway");
        asAnn().get()
                .uri("/v1/me")
                .header("X-Request-Id", "<script>")
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-Id", "req_[0-9a-z]{26}");
    }

    private ResponseSpec post(String body) {
        return asAnn().post()
                .uri("/v1/baskets")
                .contentType(APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec get(String uri) {
        return asAnn().get().uri(uri).exchange();
    }
}
