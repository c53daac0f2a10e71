package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest extends RunningGateway {
    private static final String STRANGERS_TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void a_trace_begins_at_the_edge_and_goes_on_in_the_service() {
        HttpResponse<String> answer = send(withKey("/v1/products/prd_1?secret=1"));

        String[] handedOn = PRODUCTS.last().headers().get("traceparent").split("-");
        List<SpanData> spans = ended(handedOn[1], 2);
        SpanData server = of(spans, SpanKind.SERVER);
        SpanData client = of(spans, SpanKind.CLIENT);
        assertThat(server.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(server.getName()).isEqualTo("GET /v1/products/{productId}");
        assertThat(attribute(server, "http.route")).isEqualTo("/v1/products/{productId}");
        assertThat(attribute(server, "url.path")).isEqualTo("/v1/products/prd_1");
        assertThat(attribute(server, "tollgate.client.id")).isEqualTo("cli_demo");
        assertThat(attribute(server, "tollgate.request.id"))
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(client.getParentSpanId()).isEqualTo(server.getSpanId());
        assertThat(client.getSpanId()).isEqualTo(handedOn[2]);
        assertThat(attribute(client, "url.full")).isEqualTo(PRODUCTS.url() + "/v1/products/prd_1");
        assertThat(client.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200L);
    }

    @Test
    void a_strangers_trace_is_linked_and_never_continued() {
        send(withKey("/v1/products").header("traceparent", "00-" + STRANGERS_TRACE + "-b7ad6b7169203331-01"));

        String trace = PRODUCTS.last().headers().get("traceparent").split("-")[1];
        assertThat(trace).isNotEqualTo(STRANGERS_TRACE);
        assertThat(of(ended(trace, 2), SpanKind.SERVER).getLinks())
                .singleElement()
                .satisfies(
                        link -> assertThat(link.getSpanContext().getTraceId()).isEqualTo(STRANGERS_TRACE));
    }

    @Test
    void asking_who_the_caller_is_belongs_to_the_request_that_needs_it() {
        USERS.client("tg_live_traced", "cli_traced", FakeUsers.ALL, 1, 100, 60, 100);
        USERS.newUserVersion("traced@customers.example", 1);

        send(request("/v1/orders")
                .header("X-API-Key", "tg_live_traced")
                .header("Authorization", basic("traced@customers.example", FakeUsers.PASSWORD)));

        String trace = ORDERS.last().headers().get("traceparent").split("-")[1];
        List<SpanData> spans = ended(trace, 5);
        String server = of(spans, SpanKind.SERVER).getSpanId();
        assertThat(spans.stream()
                        .filter(span -> span.getKind() == SpanKind.CLIENT)
                        .filter(span -> span.getParentSpanId().equals(server))
                        .map(span -> attribute(span, "url.full")))
                .containsExactly(
                        USERS.http.url() + "/internal/v1/api-keys/verify",
                        USERS.http.url() + "/internal/v1/plans",
                        USERS.http.url() + "/internal/v1/passwords/verify",
                        ORDERS.url() + "/v1/orders");
        assertThat(USERS.http.arrived().stream()
                        .map(request -> request.headers().get("traceparent"))
                        .filter(traceparent -> traceparent != null && traceparent.contains(trace)))
                .hasSize(3);
    }

    @Test
    void a_poll_begins_no_trace_on_the_other_side_either() {
        await().untilAsserted(() -> assertThat(USERS.http.arrived())
                .filteredOn(request -> request.uri().startsWith("/internal/v1/credential-changes"))
                .isNotEmpty()
                .allSatisfy(poll ->
                        assertThat(poll.headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")));
    }

    @Test
    void a_refusals_trace_id_is_that_of_its_span() {
        String trace = problem(send(request("/v1/products")), 401, "api-key-required")
                .at("/traceId")
                .asText();

        SpanData server = of(ended(trace, 1), SpanKind.SERVER);
        assertThat(server.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(401L);
    }

    @Test
    void credentials_are_in_no_span() {
        send(signedIn("/v1/orders"));

        String trace = ORDERS.last().headers().get("traceparent").split("-")[1];
        assertThat(ended(trace, 2).toString())
                .doesNotContain(FakeUsers.KEY)
                .doesNotContain(basic(FakeUsers.EMAIL, FakeUsers.PASSWORD))
                .doesNotContain(FakeUsers.EMAIL);
    }

    private List<SpanData> ended(String trace, int number) {
        await().until(() -> spans.of(trace).size() >= number);
        return spans.of(trace);
    }

    private static SpanData of(List<SpanData> spans, SpanKind kind) {
        return spans.stream().filter(span -> span.getKind() == kind).findFirst().orElseThrow();
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }
}
