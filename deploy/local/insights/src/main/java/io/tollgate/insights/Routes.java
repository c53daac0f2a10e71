package io.tollgate.insights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** What the server answers, by method and path. */
final class Routes implements HttpHandler {

    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    private final ObjectMapper json;
    private final Intake intake;
    private final Traces traces;
    private final Journal journal;

    Routes(ObjectMapper json, Intake intake, Traces traces, Journal journal) {
        this.json = json;
        this.intake = intake;
        this.traces = traces;
        this.journal = journal;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // An inner try, since a try with resources closes before it catches.
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (BodyTooLarge refused) {
            Answers.text(exchange, 413, "the body is larger than " + Bodies.LARGEST + " bytes");
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            Answers.text(exchange, 400, wrong.getMessage());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String route = exchange.getRequestMethod() + " " + (path.startsWith("/traces/") ? "/traces/" : path);
        switch (route) {
            case "POST /v2.1/track", "POST /v2/track" -> track(exchange);
            case "GET /traces/" -> trace(exchange, path.substring("/traces/".length()));
            case "GET /traces" -> recent(exchange, Query.of(exchange));
            case "GET /healthz", "GET /readyz" -> Answers.text(exchange, 200, "UP");
            case "GET /metrics" -> Answers.text(exchange, 200, Metrics.page(intake, traces, journal));
            default -> Answers.text(exchange, 404, "nothing here: " + route);
        }
    }

    private void track(HttpExchange exchange) throws IOException {
        Receipt receipt = intake.take(Bodies.read(exchange));
        Answers.json(exchange, receipt.status(), json.writeValueAsBytes(receipt));
    }

    private void trace(HttpExchange exchange, String traceId) throws IOException {
        if (!TRACE_ID.matcher(traceId).matches()) {
            throw new IllegalArgumentException("a trace id is 32 lower-case hexadecimal digits");
        }
        List<Span> spans = traces.trace(traceId);
        Answers.json(exchange, spans.isEmpty() ? 404 : 200, json.writeValueAsBytes(spans));
    }

    private void recent(HttpExchange exchange, Query query) throws IOException {
        Instant since = query.value("since").map(Instant::parse).orElse(Instant.EPOCH);
        int limit = query.value("limit").map(Integer::parseInt).orElse(20);
        Answers.json(exchange, 200, json.writeValueAsBytes(traces.recent(since, Math.min(limit, 1000))));
    }
}
