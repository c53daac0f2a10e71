package io.tollgate.sandbox.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Every operation and what the authorizations became by them; not safe for threads, its owner locks. */
final class Book implements AutoCloseable {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Authorization> authorizations = new LinkedHashMap<>();
    private final Journal<Operation> journal;

    Book(Path data, ObjectMapper json) throws IOException {
        this.journal = Journal.open(data.resolve("network.ndjson"), json, Operation.class, this::apply);
    }

    Optional<Operation> operation(String key) {
        return Optional.ofNullable(operations.get(key));
    }

    Optional<Authorization> authorization(String id) {
        return Optional.ofNullable(authorizations.get(id));
    }

    List<Operation> operations(Predicate<Operation> wanted) {
        return operations.values().stream().filter(wanted).toList();
    }

    List<Authorization> authorizations(Predicate<Authorization> wanted) {
        return authorizations.values().stream().filter(wanted).toList();
    }

    Operation write(Operation operation) {
        journal.append(operation);
        apply(operation);
        return operation;
    }

    private void apply(Operation operation) {
        operations.put(operation.key(), operation);
        if (operation.authorization() != null) {
            authorizations.put(operation.authorization().id(), operation.authorization());
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
