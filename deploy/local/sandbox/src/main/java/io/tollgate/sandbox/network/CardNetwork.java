package io.tollgate.sandbox.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Endpoint;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.operation.OperationBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A card network over HTTP: authorize, then confirm, capture, void or refund; each by its own idempotency key. */
public final class CardNetwork implements AutoCloseable {

    private final OperationBook<Operation, Authorization> book;
    private final Authorizing authorizing;
    private final Stepping stepping;

    private final Settlements settlements;

    private CardNetwork(OperationBook<Operation, Authorization> book) {
        Operations operations = new Operations(Clock.systemUTC());
        this.book = book;
        this.authorizing = new Authorizing(book, operations);
        this.stepping = new Stepping(book, operations);
        this.settlements = new Settlements(book);
    }

    public static CardNetwork open(Path data, ObjectMapper json) throws IOException {
        return new CardNetwork(new OperationBook<>(data.resolve("network.ndjson"), json, Operation.class));
    }

    /** With a key, every call has to carry it as a bearer token; only the customer who confirms has none. */
    public List<Endpoint> endpoints(Optional<String> apiKey) {
        List<Endpoint> guarded = List.of(
                        Endpoint.of("POST", "/network/v1/authorizations", this::authorize),
                        Endpoint.of(
                                "POST",
                                "/network/v1/authorizations/([^/]+)/(confirmations|captures|voids|refunds)",
                                this::step),
                        Endpoint.of("GET", "/network/v1/operations/([^/]+)", this::operation),
                        Endpoint.of("GET", "/network/v1/authorizations", this::authorizations),
                        Endpoint.of("GET", "/network/v1/settlements", this::settlements))
                .stream()
                .map(endpoint -> endpoint.guardedBy(call -> requireKey(call, apiKey)))
                .toList();
        return Stream.concat(
                        Stream.of(Endpoint.of("GET", "/network/v1/challenges/([^/]+)", this::challenge)),
                        guarded.stream())
                .toList();
    }

    private static void requireKey(Call call, Optional<String> apiKey) {
        String sent = call.header("authorization").orElse("");
        if (apiKey.filter(key -> !sent.equals("Bearer " + key)).isPresent()) {
            throw Refused.because(401, "api_key_required");
        }
    }

    private synchronized Answer authorize(Call call) {
        return authorizing.answer(call);
    }

    private synchronized Answer step(Call call) {
        return stepping.answer(call);
    }

    private synchronized Answer operation(Call call) {
        return book.operation(call.pathVariable(0))
                .map(operation -> Answer.of(200, operation.shown()))
                .orElseThrow(() -> Refused.because(404, "unknown_key"));
    }

    private synchronized Answer authorizations(Call call) {
        ArrayNode items = Answer.object().putArray("items");
        Optional<String> reference = call.query("reference");
        book.subjects(held -> reference.map(held.reference()::equals).orElse(true))
                .forEach(held -> items.add(held.shown()));
        return Answer.of(200, Answer.object().set("items", items));
    }

    private synchronized Answer settlements(Call call) {
        return settlements.answer(call);
    }

    private synchronized Answer challenge(Call call) {
        return book.subject(call.pathVariable(0))
                .map(asked -> Answer.object()
                        .put("status", asked.status().wire())
                        .put("code", "any six digits; 000000 is refused"))
                .map(shown -> Answer.of(200, shown))
                .orElseThrow(() -> Refused.because(404, "unknown_authorization"));
    }

    @Override
    public synchronized void close() {
        book.close();
    }
}
