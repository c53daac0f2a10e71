package io.tollgate.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsServerTest {

    private static final HttpClient http = HttpClient.newHttpClient();
    private static final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path data;

    private InsightsServer server;

    @BeforeEach
    void start() throws IOException {
        server = InsightsServer.start("127.0.0.1", 0, data);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void gzipped_lines_are_taken_and_answered_by_trace() throws Exception {
        HttpResponse<String> receipt = post(
                "/v2.1/track", gzip(Items.request("a1", null, "POST /v1/orders") + "\n" + Items.statement("b2", "a1")));

        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(json.readTree(receipt.body()))
                .isEqualTo(json.readTree("{\"itemsReceived\":2,\"itemsAccepted\":2,\"errors\":[]}"));
        JsonNode spans = trace();
        assertThat(spans).hasSize(2);
        assertThat(spans.findValuesAsText("kind")).containsExactlyInAnyOrder("request", "dependency");
        JsonNode request = spans.get(1);
        assertThat(request.path("start").asText()).isEqualTo("2026-03-01T10:15:30.123417Z");
        assertThat(request.path("durationMs").asDouble()).isEqualTo(12.5);
        assertThat(request.path("role").asText()).isEqualTo("orders-service");
        assertThat(request.path("resultCode").asText()).isEqualTo("201");
    }

    @Test
    void a_json_array_on_the_older_address_is_taken_as_well() throws Exception {
        String body = "[" + Items.request("a1", null, "GET /") + "," + Items.exception("a1") + "]";

        assertThat(post("/v2/track", body.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(200);
        assertThat(trace().findValuesAsText("name"))
                .containsExactlyInAnyOrder("GET /", "java.lang.IllegalStateException: no stock");
    }

    @Test
    void half_a_surrogate_pair_in_a_name_stops_nothing() throws Exception {
        byte[] halved = gzip(Items.request("a1", null, "GET \\ud800"));
        assertThat(post("/v2.1/track", halved).statusCode()).isEqualTo(200);

        assertThat(post("/v2.1/track", gzip(Items.statement("b2", "a1"))).statusCode())
                .isEqualTo(200);
        assertThat(trace().findValuesAsText("name")).contains("GET \ud800", "INSERT orders");
    }

    @Test
    void malformed_lines_are_refused_by_index_and_the_others_are_kept() throws Exception {
        String body =
                Items.request("a1", null, "GET /") + "\n{not json\n{\"time\":\"x\"}\n" + Items.statement("b2", "a1");

        HttpResponse<String> receipt = post("/v2.1/track", gzip(body));

        assertThat(receipt.statusCode()).isEqualTo(206);
        JsonNode answer = json.readTree(receipt.body());
        assertThat(answer.path("itemsReceived").asInt()).isEqualTo(4);
        assertThat(answer.path("itemsAccepted").asInt()).isEqualTo(2);
        assertThat(answer.path("errors").findValuesAsText("index")).containsExactly("1", "2");
        assertThat(trace()).hasSize(2);
    }

    @Test
    void a_body_without_one_good_item_is_400() throws Exception {
        assertThat(post("/v2.1/track", gzip("garbage")).statusCode()).isEqualTo(400);
        assertThat(post("/v2.1/track", "[garbage".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_only_claims_to_be_gzip_is_400_and_what_inflates_without_end_is_413() throws Exception {
        HttpRequest liar = HttpRequest.newBuilder(url("/v2.1/track"))
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("plain"))
                .build();
        assertThat(http.send(liar, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
        assertThat(post("/v2.1/track", gzip(" ".repeat(Bodies.LARGEST + 1))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void metrics_of_the_application_are_accepted_and_belong_to_no_trace() throws Exception {
        assertThat(post("/v2.1/track", gzip(Items.metric())).statusCode()).isEqualTo(200);
        assertThat(get("/traces").body().strip()).isEqualTo("[]");
    }

    @Test
    void a_repeated_delivery_is_kept_once() throws Exception {
        byte[] body = gzip(Items.request("a1", null, "GET /") + "\n" + Items.exception("a1"));
        post("/v2.1/track", body);
        post("/v2.1/track", body);

        assertThat(trace()).hasSize(2);
    }

    @Test
    void everything_is_there_again_after_a_restart_even_behind_a_torn_line() throws Exception {
        post("/v2.1/track", gzip(Items.request("a1", null, "GET /")));
        server.close();
        Files.writeString(data.resolve("spans.ndjson"), "{\"traceId\":\"0af7", StandardOpenOption.APPEND);

        start();
        post("/v2.1/track", gzip(Items.statement("b2", "a1")));
        server.close();
        start();

        assertThat(trace()).hasSize(2);
    }

    @Test
    void an_unknown_trace_is_404_and_a_malformed_id_400() throws Exception {
        assertThat(get("/traces/" + Items.TRACE).statusCode()).isEqualTo(404);
        assertThat(get("/traces/nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/traces?limit=many").statusCode()).isEqualTo(400);
        assertThat(get("/traces?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void recent_traces_are_listed_with_what_began_them() throws Exception {
        post("/v2.1/track", gzip(Items.request("a1", null, "POST /v1/orders") + "\n" + Items.statement("b2", "a1")));

        JsonNode recent =
                json.readTree(get("/traces?since=2026-03-01T00:00:00Z&limit=5").body());
        assertThat(recent).hasSize(1);
        assertThat(recent.get(0).path("name").asText()).isEqualTo("POST /v1/orders");
        assertThat(recent.get(0).path("spans").asInt()).isEqualTo(2);
        assertThat(get("/traces?since=2026-03-02T00:00:00Z").body().strip()).isEqualTo("[]");
    }

    @Test
    void it_is_alive_ready_and_counts() throws Exception {
        post("/v2.1/track", gzip(Items.request("a1", null, "GET /") + "\ngarbage"));

        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/metrics").body())
                .contains("insights_items_accepted_total 1\n")
                .contains("insights_items_rejected_total 1\n");
    }

    @Test
    void answers_on_a_kept_connection_do_not_wait_for_acknowledgments() throws Exception {
        get("/healthz");
        int quick = 0;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            get("/healthz");
            quick += System.nanoTime() - begin < 35_000_000L ? 1 : 0;
        }

        // 40 ms and more for each with Nagle's algorithm at work; without, not one for which the machine has time
        assertThat(quick).isGreaterThan(5);
    }

    @Test
    void the_connection_string_names_its_own_address() {
        assertThat(server.connectionString()).endsWith(";IngestionEndpoint=http://127.0.0.1:" + server.port() + "/");
    }

    private JsonNode trace() throws Exception {
        return json.readTree(get("/traces/" + Items.TRACE).body());
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, byte[] body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (body[0] == 0x1f) {
            request.header("Content-Encoding", "gzip");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
