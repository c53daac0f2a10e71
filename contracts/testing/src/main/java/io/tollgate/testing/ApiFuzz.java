package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.testing.OddRequests.Odd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.TestReporter;

/** Requests that break each operation's document, in an order and choice that a seed decides. */
final class ApiFuzz {
    /** The build's; {@code TOLLGATE_FUZZ_SEED} tries another one. */
    static final long SEED = Long.parseLong(
            Optional.ofNullable(System.getenv("TOLLGATE_FUZZ_SEED")).orElse("42"));

    private static final int REQUESTS = Integer.parseInt(
            Optional.ofNullable(System.getenv("TOLLGATE_FUZZ_REQUESTS")).orElse("400"));
    private static final int LEAST_PER_OPERATION = 15;
    private static final int SHOWN = 25;

    /** One request to be tried, and how its answer is judged. */
    private record Attempt(String what, LiveRequest request, Function<RecordedExchange, List<String>> judge) {}

    private final LiveApi api;
    private final long seed;
    private final Random chance;
    private final ApiSamples samples;
    private final LiveCalls calls;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private int sent;

    ApiFuzz(LiveApi api, long seed) {
        this.api = api;
        this.seed = seed;
        this.chance = new Random(seed);
        this.samples = new ApiSamples(chance);
        this.calls = new LiveCalls(api, samples);
    }

    void run(TestReporter reporter) {
        int each = Math.max(
                LEAST_PER_OPERATION, REQUESTS / api.document().operations().size());
        for (ApiOperation operation : api.document().operations()) {
            List<Attempt> attempts = attempts(operation);
            Collections.shuffle(attempts, chance);
            attempts.stream().limit(each).forEach(attempt -> tried(operation, attempt));
        }
        reporter.publishEntry(Map.of("requests", String.valueOf(sent), "seed", String.valueOf(seed)));
        if (!failures.isEmpty()) {
            throw new AssertionError(report());
        }
    }

    private List<Attempt> attempts(ApiOperation operation) {
        LiveRequest valid = calls.valid(operation, api.anybody(operation));
        List<Attempt> attempts = new ArrayList<>();
        operation.requestSchema().ifPresent(schema -> {
            for (int i = 0; i < 10; i++) {
                bodies(operation, schema, valid, attempts);
            }
        });
        for (Odd odd : OddRequests.of(operation, valid)) {
            attempts.add(new Attempt(
                    odd.what(),
                    odd.request(),
                    exchange -> odd.wrong()
                            ? ApiVerdict.ofWrong(operation, exchange)
                            : ApiVerdict.ofOdd(operation, exchange)));
        }
        return attempts;
    }

    private void bodies(ApiOperation operation, ApiSchema schema, LiveRequest request, List<Attempt> attempts) {
        JsonNode valid = attempts.isEmpty() ? calls.example(operation, schema) : samples.of(schema);
        if (!schema.allows(valid)) {
            return;
        }
        attempts.add(new Attempt(
                "a valid body",
                calls.withJson(request, operation, valid),
                exchange -> documented(operation, exchange)));
        for (Mutation mutation : Mutations.of(schema, valid)) {
            attempts.add(new Attempt(
                    mutation.what() + " at '" + mutation.pointer() + "'",
                    calls.withJson(request, operation, mutation.body()),
                    exchange -> judged(operation, schema, mutation, exchange)));
        }
    }

    private static List<String> judged(
            ApiOperation operation, ApiSchema schema, Mutation mutation, RecordedExchange exchange) {
        if (schema.allows(mutation.body())) {
            return documented(operation, exchange);
        }
        // null for what may be absent is as good as its absence
        JsonNode without = mutation.withoutNull();
        return exchange.successful() && schema.allows(without)
                ? documented(operation, exchange.as(LiveCalls.written(without)))
                : ApiVerdict.ofWrongBody(operation, exchange, mutation.pointer());
    }

    private static List<String> documented(ApiOperation operation, RecordedExchange exchange) {
        List<String> flaws = ApiVerdict.ofOdd(operation, exchange);
        return flaws.isEmpty() ? operation.disagreements(exchange) : flaws;
    }

    private void tried(ApiOperation operation, Attempt attempt) {
        LiveRequest request = attempt.request().headers().stream()
                        .anyMatch(header -> header.getKey().equals("Idempotency-Key")
                                && header.getValue().length() == 36)
                ? attempt.request().with("Idempotency-Key", "fuzz-" + seed + '-' + sent)
                : attempt.request();
        sent++;
        RecordedExchange exchange = api.send(request);
        for (String flaw : attempt.judge().apply(exchange)) {
            failures.putIfAbsent(
                    operation.name() + " " + flaw.replaceAll("req_\\w+", "req_"),
                    attempt.what() + "\n  " + request + "\n  → " + exchange.status() + ' '
                            + LiveConnection.shortened(exchange));
        }
    }

    private String report() {
        StringBuilder text = new StringBuilder(
                "%d flaws after %d requests, TOLLGATE_FUZZ_SEED=%d".formatted(failures.size(), sent, seed));
        failures.entrySet().stream().limit(SHOWN).forEach(failure -> text.append("\n\n")
                .append(failure.getKey())
                .append("\n  ")
                .append(failure.getValue()));
        return text.toString();
    }
}
