package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.TestReporter;

/** Every request example of a document, sent as it stands: it succeeds as the operation says. */
final class ApiExamples {
    private final LiveApi api;
    private final LiveCalls calls;
    private final List<String> wrong = new ArrayList<>();
    private int sent;

    ApiExamples(LiveApi api) {
        this.api = api;
        this.calls = new LiveCalls(api, new ApiSamples(new Random(ApiFuzz.SEED)));
    }

    void run(TestReporter reporter) {
        for (ApiOperation operation : api.document().operations()) {
            if (operation.requestSchema().isPresent()) {
                operation.requestExamples().forEach((name, example) -> example(operation, name, example));
            } else {
                answered(operation, "a request", calls.valid(operation, api.anybody(operation)));
            }
        }
        reporter.publishEntry(Map.of("examples", String.valueOf(sent)));
        if (!wrong.isEmpty()) {
            throw new AssertionError("%d of %d examples:\n%s".formatted(wrong.size(), sent, String.join("\n", wrong)));
        }
    }

    private void example(ApiOperation operation, String name, JsonNode example) {
        LiveRequest request = calls.valid(operation, api.anybody(operation));
        answered(operation, "example " + name, calls.withJson(request, operation, api.adapted(operation, example)));
    }

    private void answered(ApiOperation operation, String what, LiveRequest request) {
        sent++;
        RecordedExchange exchange = api.send(request);
        List<String> disagreements = operation.disagreements(exchange);
        if (!exchange.successful() || !disagreements.isEmpty()) {
            wrong.add("%s, %s: %d %s %s"
                    .formatted(
                            operation.name(),
                            what,
                            exchange.status(),
                            disagreements,
                            LiveConnection.shortened(exchange)));
        }
    }
}
