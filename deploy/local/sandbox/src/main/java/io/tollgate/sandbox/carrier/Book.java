package io.tollgate.sandbox.carrier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation and what the shipments became by them; not safe for threads, its owner locks. */
final class Book implements AutoCloseable {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Shipment> shipments = new LinkedHashMap<>();
    private final Journal<Operation> journal;

    Book(Path data, ObjectMapper json) throws IOException {
        this.journal = Journal.open(data.resolve("carrier.ndjson"), json, Operation.class, this::apply);
    }

    Optional<Operation> operation(String key) {
        return Optional.ofNullable(operations.get(key));
    }

    /** What this call's key did before, if anything; another call under the same key is refused. */
    Optional<Operation> before(Call call, String target) {
        Optional<Operation> known = operation(call.idempotencyKey());
        if (known.filter(operation -> !operation.answers(target, call.body())).isPresent()) {
            throw Refused.because(422, "idempotency_key_reused");
        }
        return known;
    }

    Optional<Shipment> shipment(String id) {
        return Optional.ofNullable(shipments.get(id));
    }

    List<Shipment> shipments(Optional<String> reference) {
        return shipments.values().stream()
                .filter(shipment -> reference.map(shipment.reference()::equals).orElse(true))
                .toList();
    }

    int count() {
        return shipments.size();
    }

    Operation write(Operation operation) {
        journal.append(operation);
        apply(operation);
        return operation;
    }

    private void apply(Operation operation) {
        operations.put(operation.key(), operation);
        if (operation.shipment() != null) {
            shipments.put(operation.shipment().id(), operation.shipment());
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
