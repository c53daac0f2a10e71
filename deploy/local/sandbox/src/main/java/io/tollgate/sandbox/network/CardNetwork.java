package io.tollgate.sandbox.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Endpoint;
import io.tollgate.sandbox.http.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A card network over HTTP: authorize, then capture, void or refund; each by its own idempotency key. */
public final class CardNetwork implements AutoCloseable {

    private final Book book;
    private final Authorizing authorizing;
    private final Stepping stepping;

    private CardNetwork(Book book) {
        this.book = book;
        this.authorizing = new Authorizing(book);
        this.stepping = new Stepping(book);
    }

    public static CardNetwork open(Path data, ObjectMapper json) throws IOException {
        return new CardNetwork(new Book(data, json));
    }

    /** With a key, every call has to carry it as a bearer token. */
    public List<Endpoint> endpoints(Optional<String> apiKey) {
        return List.of(
                        Endpoint.of("POST", "/network/v1/authorizations", this::authorize),
                        Endpoint.of("POST", "/network/v1/authorizations/([^/]+)/(captures|voids|refunds)", this::step),
                        Endpoint.of("GET", "/network/v1/operations/([^/]+)", this::operation),
                        Endpoint.of("GET", "/network/v1/authorizations", this::authorizations))
                .stream()
                .map(endpoint -> endpoint.guardedBy(call -> requireKey(call, apiKey)))
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
        book.authorizations(held -> reference.map(held.reference()::equals).orElse(true))
                .forEach(held -> items.add(held.shown()));
        return Answer.of(200, Answer.object().set("items", items));
    }

    @Override
    public synchronized void close() {
        book.close();
    }
}
