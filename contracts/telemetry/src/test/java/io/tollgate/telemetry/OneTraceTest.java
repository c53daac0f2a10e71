package io.tollgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.tollgate.insights.Span;
import io.tollgate.insights.TraceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class OneTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static Receiver receiver;
    private static ConfigurableApplicationContext shop;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        receiver = new Receiver(data);
        shop = ShopApplication.start(Map.of(
                "tollgate.telemetry.connection-string", receiver.connectionString(), "TOLLGATE_TRACE_DELAY", "50ms"));
    }

    @AfterAll
    static void stop() throws Exception {
        shop.close();
        receiver.close();
    }

    @Test
    void a_request_its_statements_and_its_call_hang_together_in_one_trace() throws Exception {
        Receiver.get(url("/carts/c1"), "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        TraceTree tree = TraceTree.of(arrived(TRACE, 5));
        TraceTree.Node request = tree.roots().get(0);
        assertThat(tree.roots()).hasSize(1);
        assertThat(request.span().parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(names(request)).containsExactly("INSERT cart_line", "GET /stock/{id}");
        assertThat(names(request.children().get(1))).containsExactly("GET /stock/{id}");
        assertThat(names(request.children().get(1).children().get(0))).containsExactly("SELECT cart_line");
    }

    @Test
    void requests_and_dependencies_carry_the_types_that_the_portal_shows() throws Exception {
        Receiver.get(url("/carts/c2"), "traceparent", parent("aa"));

        List<Span> spans = arrived(trace("aa"), 5);
        assertThat(spans).allSatisfy(span -> assertThat(span.role()).isEqualTo("shop"));
        Span request = named(spans, "request", "GET /carts/{id}");
        assertThat(request.resultCode()).isEqualTo("200");
        assertThat(request.data()).isEqualTo("http://shop/carts/c2");
        Span statement = named(spans, "dependency", "INSERT cart_line");
        assertThat(statement.type()).isEqualTo("SQL");
        assertThat(statement.data()).isEqualTo("INSERT INTO cart_line (id) VALUES ($1)");
        Span call = named(spans, "dependency", "GET /stock/{id}");
        assertThat(call.type()).isEqualTo("Http");
        assertThat(call.resultCode()).isEqualTo("200");
        assertThat(call.target()).isEqualTo("127.0.0.1:" + ShopApplication.port(shop, "server"));
    }

    @Test
    void neither_bound_values_nor_queries_get_into_a_trace() throws Exception {
        Receiver.get(url("/carts/a-private-value"), "traceparent", parent("bb"));

        List<Span> spans = arrived(trace("bb"), 5);
        assertThat(spans.toString()).doesNotContain("s3cret");
        assertThat(spans)
                .filteredOn(span -> "SQL".equals(span.type()))
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.toString()).doesNotContain("a-private-value"));
    }

    @Test
    void a_failed_request_is_shown_as_failed_with_its_exception() throws Exception {
        Receiver.get(url("/broken"), "traceparent", parent("cc"));

        List<Span> spans = arrived(trace("cc"), 2);
        Span request = named(spans, "request", "GET /broken");
        assertThat(request.success()).isFalse();
        assertThat(request.resultCode()).isEqualTo("500");
        assertThat(spans).anySatisfy(span -> {
            assertThat(span.kind()).isEqualTo("exception");
            assertThat(span.parentId()).isEqualTo(request.spanId());
            assertThat(span.name()).contains("out of order");
        });
    }

    @Test
    void warnings_and_errors_of_the_log_stand_beside_the_spans_of_their_trace() throws Exception {
        Receiver.get(url("/warned"), "traceparent", parent("ff"));

        List<Span> spans = arrived(trace("ff"), 3);
        Span request = named(spans, "request", "GET /warned");
        assertThat(spans).hasSize(3).filteredOn(span -> !span.lasts()).allSatisfy(logged -> assertThat(
                        logged.parentId())
                .isEqualTo(request.spanId()));
        named(spans, "message", "the shelf is nearly empty");
        named(spans, "exception", "java.lang.IllegalArgumentException: too heavy");
    }

    @Test
    void every_span_recorded_is_counted_and_so_is_every_span_exported() throws Exception {
        Receiver.get(url("/stock/1"), "traceparent", parent("ab"));
        arrived(trace("ab"), 2);

        await().untilAsserted(() -> assertThat(count("exported")).isPositive().isEqualTo(count("recorded")));
        assertThat(count("failed")).isZero();
    }

    private static double count(String outcome) {
        return shop.getBean(MeterRegistry.class)
                .counter(CountedSpanExporter.METRIC, "outcome", outcome)
                .count();
    }

    @Test
    void publishing_is_a_dependency_and_handling_is_a_request_of_the_same_trace() throws Exception {
        Messages messages = shop.getBean(Messages.class);
        Map<String, String> headers = messages.publish("orders.order-placed.v1", "events-topic");
        messages.handle("orders.order-placed.v1", "events-topic/payments", headers);

        String traceId = headers.get("traceparent").split("-")[1];
        List<Span> spans = arrived(traceId, 2);
        Span published = named(spans, "dependency", "publish orders.order-placed.v1");
        Span handled = named(spans, "request", "process orders.order-placed.v1");
        assertThat(published.type()).isEqualTo("Queue Message | servicebus");
        assertThat(published.target()).isEqualTo("events-topic");
        assertThat(handled.parentId()).isEqualTo(published.spanId());
        assertThat(handled.target()).isEqualTo("events-topic/payments");
    }

    @Test
    void work_that_waited_in_a_row_goes_on_in_the_trace_that_asked_for_it() throws Exception {
        ResumableTraces traces = shop.getBean(ResumableTraces.class);
        Mono<?> statement = shop.getBean(DatabaseClient.class)
                .sql("SELECT COUNT(*) FROM cart_line")
                .fetch()
                .one();

        Optional<String> inside = traces.resume(Optional.of(parent("ee")), "mail", statement.then(traces.here()))
                .block();

        assertThat(inside).hasValueSatisfying(here -> assertThat(here).startsWith("00-" + trace("ee")));
        Span resumed = named(arrived(trace("ee"), 2), "request", "mail");
        assertThat(resumed.parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(named(arrived(trace("ee"), 2), "dependency", "SELECT cart_line")
                        .parentId())
                .isEqualTo(resumed.spanId())
                .isEqualTo(inside.get().split("-")[2]);
    }

    @Test
    void the_trace_is_handed_on_and_baggage_is_not() {
        assertThat(shop.getBean(ContextPropagators.class).getTextMapPropagator().fields())
                .containsExactly("traceparent", "tracestate");
    }

    @Test
    void outside_any_trace_there_is_nothing_to_keep() {
        assertThat(shop.getBean(ResumableTraces.class).here().block()).isEmpty();
    }

    @Test
    void statements_of_one_millisecond_keep_their_order() throws Exception {
        Receiver.get(url("/carts/c3"), "traceparent", parent("dd"));

        assertThat(arrived(trace("dd"), 5))
                .anySatisfy(span -> assertThat(span.start()).hasSizeGreaterThan("2026-01-01T00:00:00.000Z".length()));
    }

    private static String trace(String twoDigits) {
        return twoDigits.repeat(16);
    }

    private static String parent(String twoDigits) {
        return "00-" + trace(twoDigits) + "-00f067aa0ba902b7-01";
    }

    private static List<String> names(TraceTree.Node node) {
        return node.children().stream().map(child -> child.span().name()).toList();
    }

    private static Span named(List<Span> spans, String kind, String name) {
        return spans.stream()
                .filter(span -> span.kind().equals(kind) && span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " " + name + " is not among " + spans));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + ShopApplication.port(shop, "server") + path;
    }

    private static List<Span> arrived(String traceId, int spans) {
        return await().until(() -> receiver.trace(traceId), found -> found.size() >= spans);
    }
}
