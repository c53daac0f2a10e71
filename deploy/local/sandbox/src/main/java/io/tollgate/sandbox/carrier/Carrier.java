package io.tollgate.sandbox.carrier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Endpoint;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.operation.OperationBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A carrier over HTTP: book a shipment, take it back; each by its own idempotency key. */
public final class Carrier implements AutoCloseable {

    private final OperationBook<Operation, Shipment> book;
    private final Booking booking;
    private final Canceling canceling;

    private Carrier(OperationBook<Operation, Shipment> book) {
        this.book = book;
        this.booking = new Booking(book);
        this.canceling = new Canceling(book);
    }

    public static Carrier open(Path data, ObjectMapper json) throws IOException {
        return new Carrier(new OperationBook<>(data.resolve("carrier.ndjson"), json, Operation.class));
    }

    /** With a key, every call has to carry it as a bearer token. */
    public List<Endpoint> endpoints(Optional<String> apiKey) {
        return List.of(
                        Endpoint.of("POST", "/carrier/v1/shipments", this::book),
                        Endpoint.of("POST", "/carrier/v1/shipments/([^/]+)/cancellation", this::cancel),
                        Endpoint.of("GET", "/carrier/v1/operations/([^/]+)", this::operation),
                        Endpoint.of("GET", "/carrier/v1/shipments", this::shipments))
                .stream()
                .map(endpoint -> endpoint.guardedBy(call -> call.requireKey(apiKey)))
                .toList();
    }

    private synchronized Answer book(Call call) {
        return booking.answer(call);
    }

    private synchronized Answer cancel(Call call) {
        return canceling.answer(call);
    }

    private synchronized Answer operation(Call call) {
        return book.operation(call.pathVariable(0))
                .map(operation -> Answer.of(200, operation.shown()))
                .orElseThrow(() -> Refused.because(404, "unknown_key"));
    }

    private synchronized Answer shipments(Call call) {
        ArrayNode items = Answer.object().putArray("items");
        Optional<String> reference = call.query("reference");
        book.subjects(shipment -> reference.map(shipment.reference()::equals).orElse(true))
                .forEach(shipment -> items.add(shipment.shown()));
        return Answer.of(200, Answer.object().set("items", items));
    }

    @Override
    public synchronized void close() {
        book.close();
    }
}
