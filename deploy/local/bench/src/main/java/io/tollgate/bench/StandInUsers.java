package io.tollgate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Stands in for users-service: every key is a client's, every password right, and no count ever used up. */
final class StandInUsers implements AutoCloseable {
    private static final long PLENTY = 1_000_000_000_000L;
    private static final int A_SECOND = 1_000_000;
    private static final Duration LEASED = Duration.ofHours(1);
    // the same in every answer: a lease of another period would be given back
    private static final Instant PERIOD_END = Instant.now().plus(Duration.ofDays(7));

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/internal/v1/api-keys/verify", answer(StandInUsers::client))
                    .post("/internal/v1/passwords/verify", answer(StandInUsers::user))
                    .post("/internal/v1/quota-leases", answer(StandInUsers::leases))
                    .post("/internal/v1/usage-reports", (request, response) -> request.receive()
                            .then(response.status(204).send()))
                    .get("/internal/v1/plans", answer(nothing -> plans()))
                    .get("/internal/v1/credential-changes", answer(nothing -> changes())))
            .bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    static Object client(JsonNode question) {
        String id = question.get("hash").asText().substring(0, 26);
        return Map.of(
                "clientId",
                "cli_" + id,
                "keyId",
                "key_" + id,
                "plan",
                Map.of("name", "bench", "rate", Map.of("limit", A_SECOND, "windowSeconds", 1, "burst", A_SECOND)),
                "scopes",
                List.of("catalog:read"),
                "credentialVersion",
                1);
    }

    static Object user(JsonNode question) {
        String name = question.get("email").asText().split("@")[0];
        return Map.of("userId", "usr_" + name, "roles", List.of("customer"), "credentialVersion", 1);
    }

    static Object leases(JsonNode question) {
        List<Object> items = new ArrayList<>();
        Instant now = Instant.now();
        question.get("items")
                .forEach(item -> items.add(Map.of(
                        "leaseId", item.get("leaseId").asText(),
                        "granted", item.get("wanted").asLong(),
                        "limit", PLENTY,
                        "used", item.get("wanted").asLong(),
                        "periodEnd", PERIOD_END.toString(),
                        "expiresAt", now.plus(LEASED).toString())));
        return Map.of("items", items);
    }

    /** One limit of each kind, requests at once, and a quota. */
    private static Object plans() {
        List<Object> limits =
                List.of(limit("burst", "client", "token-bucket"), limit("each", "user", "sliding-window"));
        Map<String, Object> calls = Map.of("name", "calls", "unit", "calls", "period", "month", "limit", PLENTY);
        Map<String, Object> plan = Map.of(
                "name", "bench", "version", 1, "limits", limits, "concurrency", A_SECOND, "quotas", List.of(calls));
        return Map.of("items", List.of(plan), "version", 1);
    }

    private static Object limit(String name, String per, String algorithm) {
        return Map.of(
                "name",
                name,
                "per",
                per,
                "algorithm",
                algorithm,
                "limit",
                A_SECOND,
                "windowSeconds",
                1,
                "burst",
                A_SECOND);
    }

    private static Object changes() {
        return Map.of("items", List.of(), "last", 0, "plansVersion", 1);
    }

    private static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer(
            Function<JsonNode, Object> answer) {
        return (request, response) -> request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("{}")
                .map(question -> Requests.json(answer.apply(Requests.read(question))))
                .flatMap(body -> response.header("Content-Type", "application/json")
                        .sendByteArray(Mono.just(body))
                        .then());
    }
}
