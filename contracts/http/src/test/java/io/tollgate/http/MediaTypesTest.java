package io.tollgate.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;

/** In which forms and codings something may be sent and asked for. */
class MediaTypesTest extends ShelfTest {
    @Test
    void an_accept_that_cannot_be_read_leaves_neither_answer_nor_refusal_without_a_body() {
        asAnn().get()
                .uri("/v1/me")
                .header("Accept", "garbage")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.clientId")
                .isEqualTo("cli_books");
        problem(
                asAnn().get()
                        .uri("/v1/failures/refused")
                        .header("Accept", "garbage")
                        .exchange(),
                409,
                "shelf-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-16",
                "application/json;charset=iso-8859-1",
                "application/json;odata=verbose, */*",
                "application/*;q=0.5;version=2"
            })
    void an_accept_with_parameters_is_answered_with_plain_json(String accept) {
        asAnn().get()
                .uri("/v1/me")
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "application/json")
                .expectBody()
                .jsonPath("$.clientId")
                .isEqualTo("cli_books");
    }

    @Test
    void whose_patch_is_of_no_known_type_is_told_which_there_are() {
        ResponseSpec answer = asAnn().patch()
                .uri("/v1/shelf")
                .header("Content-Type", "application/json-patch+json")
                .bodyValue("[]")
                .exchange();

        problem(answer, 415, "unsupported-media-type");
        answer.expectHeader().valueEquals("Accept-Patch", "application/merge-patch+json, application/json");
        answer.expectHeader().valueEquals("Accept", "application/merge-patch+json, application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json-patch+json",
                "application/merge-patch+json",
                "application/vnd.shelf+json",
                "application/problem+json",
                "application/x-ndjson",
                "application/*+json",
                "application/*",
                "*/*",
                "text/plain"
            })
    void a_form_of_another_type_is_refused_and_told_which_there_is(String type) {
        ResponseSpec answer = asAnn().post()
                .uri("/v1/baskets")
                .header("Content-Type", type)
                .body(BodyInserters.fromDataBuffers(
                        Mono.fromSupplier(() -> DefaultDataBufferFactory.sharedInstance.wrap(GOOD.getBytes()))))
                .exchange();

        problem(answer, 415, "unsupported-media-type").jsonPath("$.detail").isEqualTo("Accepted is application/json.");
        answer.expectHeader().valueEquals("Accept", "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "Application/JSON", "application/json; v=1"})
    void json_is_json_however_it_is_written(String type) {
        asAnn().post()
                .uri("/v1/baskets")
                .header("Content-Type", type)
                .bodyValue(GOOD)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/merge-patch+json", "application/merge-patch+json;charset=utf-8"
            })
    void a_merge_patch_may_be_called_json(String type) {
        asAnn().patch()
                .uri("/v1/shelf")
                .header("Content-Type", type)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void a_body_in_a_coding_is_not_misread() {
        ResponseSpec answer = asAnn().post()
                .uri("/v1/baskets")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Encoding", "gzip")
                .bodyValue(GOOD)
                .exchange();

        problem(answer, 415, "unsupported-media-type");
        answer.expectHeader().valueEquals("Accept-Encoding", "identity");
        asAnn().post()
                .uri("/v1/baskets")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Encoding", "Identity")
                .bodyValue(GOOD)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
