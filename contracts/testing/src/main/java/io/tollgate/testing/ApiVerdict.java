package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an answer to a request that was meant to break something. */
final class ApiVerdict {
    private final ApiOperation operation;
    private final RecordedExchange exchange;
    private final List<String> flaws = new ArrayList<>();

    private ApiVerdict(ApiOperation operation, RecordedExchange exchange) {
        this.operation = operation;
        this.exchange = exchange;
    }

    /** A request that is odd and may nevertheless be answered. */
    static List<String> ofOdd(ApiOperation operation, RecordedExchange exchange) {
        ApiVerdict verdict = new ApiVerdict(operation, exchange);
        verdict.always();
        return verdict.flaws;
    }

    /** A request that the document forbids. */
    static List<String> ofWrong(ApiOperation operation, RecordedExchange exchange) {
        ApiVerdict verdict = new ApiVerdict(operation, exchange);
        verdict.always();
        if (exchange.status() < 400) {
            verdict.flaws.add("answered %d although the document forbids the request".formatted(exchange.status()));
        }
        return verdict.flaws;
    }

    /** A body that the schema forbids at one place, which the refusal must name, or name something that holds it. */
    static List<String> ofWrongBody(ApiOperation operation, RecordedExchange exchange, String pointer) {
        ApiVerdict verdict = new ApiVerdict(operation, exchange);
        verdict.flaws.addAll(ofWrong(operation, exchange));
        if (verdict.flaws.isEmpty() && exchange.status() == 400) {
            verdict.places(pointer);
        }
        return verdict.flaws;
    }

    private void always() {
        if (exchange.status() >= 500) {
            flaws.add("answered " + exchange.status());
        } else if (exchange.status() >= 400) {
            problem();
        }
        // a path or a header may lead to another operation, or be refused before one is found
        if (flaws.isEmpty() && exchange.status() < 400) {
            flaws.addAll(operation.disagreements(exchange));
        }
    }

    private void problem() {
        if (!exchange.response().mediaType().equals("application/problem+json")) {
            flaws.add("answered %d as '%s'"
                    .formatted(exchange.status(), exchange.response().mediaType()));
            return;
        }
        JsonNode problem = Contract.tree(exchange.response().body());
        if (!ProblemRows.isDocumented(problem.path("type").asText(), exchange.status())) {
            flaws.add("problem type '%s' has no row with status %d in problems.md"
                    .formatted(problem.path("type").asText(), exchange.status()));
        }
        if (problem.path("status").asInt() != exchange.status()) {
            flaws.add("says that its status is " + problem.path("status"));
        }
        if (problem.path("requestId").asText().isEmpty()) {
            flaws.add("has no requestId");
        }
        if (problem.path("type").asText().endsWith("/validation-failed")) {
            located(problem.path("errors"));
        }
    }

    private void located(JsonNode errors) {
        if (errors.isEmpty()) {
            flaws.add("validation-failed, but no errors[]");
        }
        for (JsonNode error : errors) {
            if (!error.has("pointer") && !error.has("parameter") && !error.has("header")) {
                flaws.add("an error without a place: " + error);
            }
        }
    }

    private void places(String pointer) {
        JsonNode errors = Contract.tree(exchange.response().body()).path("errors");
        if (pointer.isEmpty() && errors.isMissingNode()) {
            return;
        }
        for (JsonNode error : errors) {
            String named = error.path("pointer").asText(null);
            if (named != null && (pointer.startsWith(named) || named.startsWith(pointer))) {
                return;
            }
        }
        flaws.add("does not name '" + pointer + "' but " + errors);
    }
}
