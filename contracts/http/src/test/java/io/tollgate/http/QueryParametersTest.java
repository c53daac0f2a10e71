package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest extends ShelfTest {
    record Refusal(String type, List<Violation> errors) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/books",
                "/v1/books?author=a&genre=x&genre=y&limit=1&fields=id&in=en",
                "/v1/books?&&=",
                "/v1/squares?of=3"
            })
    void what_an_operation_takes_passes(String uri) {
        asAnn().get().uri(at(uri)).exchange().expectStatus().isOk();
    }

    @Test
    void a_parameter_that_the_operation_does_not_have_is_refused_by_name() {
        assertThat(errors("/v1/books?autor=a&limit=1&Fields=x"))
                .containsExactlyInAnyOrder(unknown("autor"), unknown("Fields"));
        assertThat(errors("/v1/me?x")).containsExactly(unknown("x"));
    }

    @Test
    void a_single_parameter_that_comes_twice_is_refused_by_name() {
        for (String name : List.of("author", "limit", "fields", "in")) {
            assertThat(errors("/v1/books?%s=1&%s=1".formatted(name, name)))
                    .containsExactly(Violation.inParameter(name, "repeated", "may be given once"));
        }
    }

    @Test
    void a_parameter_without_a_value_is_not_taken_for_one_that_is_not_there() {
        for (String name : List.of("author", "genre", "limit", "after", "fields", "in")) {
            assertThat(errors("/v1/books?" + name))
                    .containsExactly(Violation.inParameter(name, "invalid", "must have a value"));
        }
        assertThat(errors("/v1/books?genre=x&genre"))
                .containsExactly(Violation.inParameter("genre", "invalid", "must have a value"));
    }

    @Test
    void a_yes_or_no_is_true_or_false_and_nothing_like_it() {
        for (String fine : List.of("", "?full=true", "?full=false")) {
            asAnn().get()
                    .uri(at("/v1/catalog" + fine))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        for (String other : List.of("yes", "no", "on", "1", "0", "TRUE", "%20true", "")) {
            assertThat(errors("/v1/catalog?full=" + other))
                    .containsExactly(Violation.inParameter("full", "wrong-type", "has the wrong type"));
        }
    }

    @Test
    void a_refusal_repeats_no_long_name_and_no_card_number() {
        assertThat(errors("/v1/me?" + "x".repeat(2000))).containsExactly(unknown("x".repeat(64)));
        assertThat(errors("/v1/me?4111-1111-1111-1111=1")).containsExactly(unknown(""));
        assertThat(errors("/v1/me?" + "a%d=1&".repeat(40).formatted(numbers(40))))
                .hasSize(20);
    }

    @Test
    void changes_are_as_strict_as_reads() {
        asAnn().put()
                .uri("/v1/shelf?force=true")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("force");
    }

    private static Object[] numbers(int count) {
        Object[] numbers = new Object[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static Violation unknown(String name) {
        return Violation.inParameter(name, "unknown", "is no parameter of this operation");
    }

    private List<Violation> errors(String uri) {
        Refusal refusal = asAnn().get()
                .uri(at(uri))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(Refusal.class)
                .returnResult()
                .getResponseBody();
        assertThat(refusal.type()).endsWith("validation-failed");
        return refusal.errors();
    }

    private URI at(String uri) {
        return URI.create("http://127.0.0.1:" + port + uri);
    }
}
