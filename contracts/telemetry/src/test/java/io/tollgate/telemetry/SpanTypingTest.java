package io.tollgate.telemetry;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTypingTest {

    private final SpanTyping typing = new SpanTyping(1);

    @Test
    void a_server_span_is_named_by_method_and_route_and_its_status_is_a_number() {
        SpanData typed = typing.typed(Spans.server("GET", "/v1/orders/{id}", "404"));

        assertThat(typed.getName()).isEqualTo("GET /v1/orders/{id}");
        assertThat(typed.getAttributes().get(longKey("http.response.status_code")))
                .isEqualTo(404);
        assertThat(text(typed, "http.route")).isEqualTo("/v1/orders/{id}");
        assertThat(text(typed, "exception")).isNull();
        assertThat(text(typed, "status")).isNull();
    }

    @Test
    void a_request_that_matched_no_route_is_named_by_its_method_alone() {
        assertThat(typing.typed(Spans.server("GET", "UNKNOWN", "401")).getName())
                .isEqualTo("GET");
    }

    @Test
    void a_call_that_got_no_answer_has_no_status() {
        SpanData typed = typing.typed(
                Spans.span("http post", SpanKind.CLIENT, "method", "POST", "uri", "none", "status", "CLIENT_ERROR"));

        assertThat(typed.getAttributes().get(longKey("http.response.status_code")))
                .isNull();
    }

    @Test
    void a_call_keeps_its_address_and_loses_user_and_query() {
        SpanData typed = typing.typed(Spans.span(
                "http get",
                SpanKind.CLIENT,
                "method",
                "GET",
                "uri",
                "/a/{id}?token={token}",
                "http.url",
                "https://me:s3cret@example.org:8443/a/1?token=s3cret",
                "client.name",
                "example.org"));

        assertThat(text(typed, "url.full")).isEqualTo("https://example.org:8443/a/1");
        assertThat(typed.getName()).isEqualTo("GET /a/{id}");
        assertThat(typed.getAttributes().toString()).doesNotContain("s3cret");
    }

    @Test
    void the_gateways_own_words_are_understood() {
        SpanData typed = typing.typed(Spans.span(
                "HTTP POST",
                SpanKind.CLIENT,
                "http.method",
                "POST",
                "http.status_code",
                "503",
                "http.uri",
                "http://127.0.0.1:8082/v1/orders"));

        assertThat(typed.getAttributes().get(longKey("http.response.status_code")))
                .isEqualTo(503);
        assertThat(text(typed, "server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void bound_values_never_leave_even_when_somebody_switched_them_on() {
        SpanData typed = typing.typed(Spans.span(
                "query",
                SpanKind.CLIENT,
                "r2dbc.query[0]",
                "UPDATE users SET name = @P0",
                "r2dbc.params[0]",
                "(Jane)",
                "r2dbc.query[1]",
                "UPDATE users SET name = @P0",
                "r2dbc.params[1]",
                "(Joan)"));

        assertThat(typed.getAttributes().toString()).doesNotContain("Jane").doesNotContain("Joan");
        assertThat(text(typed, "db.system")).isEqualTo("mssql");
    }

    @Test
    void spans_of_other_kinds_pass_as_they_are() {
        SpanData typed = typing.typed(Spans.span("expire orders", SpanKind.INTERNAL, "orders", "3"));

        assertThat(typed.getName()).isEqualTo("expire orders");
        assertThat(text(typed, "orders")).isEqualTo("3");
        assertThat(typed.getAttributes().get(SpanTyping.SAMPLE_RATE)).isNull();
    }

    @Test
    void a_sampled_share_is_told_so_that_the_portal_can_scale_its_counts() {
        SpanData typed = new SpanTyping(0.1).typed(Spans.server("GET", "/", "200"));

        assertThat(typed.getAttributes().get(SpanTyping.SAMPLE_RATE)).isEqualTo(10.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM [orders] WHERE id = $1 | SELECT orders",
                "insert into outbox (id) values (?) | INSERT outbox",
                "UPDATE orders SET version = 2 WHERE id IN (SELECT TOP (10) id FROM other) | UPDATE orders",
                "UPDATE TOP (5) jobs SET claimed = @P0 | UPDATE jobs",
                "DELETE FROM idempotency.records WHERE kept < $1 | DELETE idempotency.records",
                "DELETE TOP (100) FROM inbox | DELETE inbox",
                "MERGE INTO stock USING (SELECT 1) s ON 1 = 1 | MERGE stock",
                "WITH newest AS (SELECT * FROM prices) SELECT * FROM newest | SELECT prices",
                "SELECT 1 | SELECT",
                "VALUES (1) | SQL"
            })
    void a_statement_is_named_by_verb_and_table(String statement, String name) {
        assertThat(SqlSpans.summary(statement)).isEqualTo(name);
    }

    private static String text(SpanData span, String key) {
        return span.getAttributes().get(stringKey(key));
    }
}
