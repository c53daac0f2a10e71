package io.tollgate.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.insights.InsightsServer;
import io.tollgate.insights.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The local Application Insights, asked over HTTP as everybody else asks it. */
class Receiver implements AutoCloseable {

    private static final HttpClient http = HttpClient.newHttpClient();

    private final ObjectMapper json = new ObjectMapper();
    private final InsightsServer server;

    Receiver(Path data) throws Exception {
        server = InsightsServer.start("127.0.0.1", 0, data);
    }

    String connectionString() {
        return server.connectionString();
    }

    List<Span> trace(String traceId) throws Exception {
        HttpResponse<String> answer = get("http://127.0.0.1:" + server.port() + "/traces/" + traceId);
        return List.of(json.readValue(answer.body(), Span[].class));
    }

    /** Every span of every trace received so far. */
    List<Span> everything() throws Exception {
        HttpResponse<String> answer = get("http://127.0.0.1:" + server.port() + "/traces?limit=1000");
        List<Span> spans = new ArrayList<>();
        for (var summary : json.readTree(answer.body())) {
            spans.addAll(trace(summary.path("traceId").asText()));
        }
        return spans;
    }

    static HttpResponse<String> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
