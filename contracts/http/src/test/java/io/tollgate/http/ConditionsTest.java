package io.tollgate.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a request is made to depend on (RFC 9110, 13.2.2), beside what {@link PagesAndTagsTest} tries. */
class ConditionsTest extends ShelfTest {
    private static final String TYPE = "https://tollgate.io/problems/precondition-failed";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"If-Match | \"v2\"", "If-Match | W/\"v3\"", "If-Unmodified-Since | Sun, 01 Nov 2026 11:59:59 GMT"})
    void a_read_of_another_version_than_the_wanted_one_is_refused(String header, String value) {
        refused(asAnn().get().uri("/v1/shelf").header(header, value).exchange());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match | \"v3\"",
                "If-Match | *",
                "If-Unmodified-Since | Sun, 01 Nov 2026 12:00:00 GMT",
                "If-Unmodified-Since | yesterday"
            })
    void a_read_of_the_wanted_version_is_answered(String header, String value) {
        asAnn().get()
                .uri("/v1/shelf")
                .header(header, value)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"v3\"", "W/\"v3\"", "\"v1\", \"v3\""})
    void a_change_is_refused_to_who_wants_none_of_this_version(String unwanted) {
        refused(asAnn().put()
                .uri("/v1/shelf")
                .header(HttpHeaders.IF_MATCH, "*")
                .header(HttpHeaders.IF_NONE_MATCH, unwanted)
                .exchange());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"v2\"", "W/\"v30\""})
    void a_change_is_made_for_who_wants_none_of_other_versions(String unwanted) {
        asAnn().put()
                .uri("/v1/shelf")
                .header(HttpHeaders.IF_MATCH, "*")
                .header(HttpHeaders.IF_NONE_MATCH, unwanted)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void refused(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(412).expectBody().jsonPath("$.type").isEqualTo(TYPE);
    }
}
