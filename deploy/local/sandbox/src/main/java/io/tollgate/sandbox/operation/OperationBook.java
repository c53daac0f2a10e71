package io.tollgate.sandbox.operation;

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
import java.util.function.Predicate;

/** Every operation, kept in a file, and what its subjects became by them; not safe for threads, its owner locks. */
public final class OperationBook<O extends KeyedOperation<T>, T extends KeyedOperation.Subject>
        implements AutoCloseable {

    private final Map<String, O> operations = new LinkedHashMap<>();
    private final Map<String, T> subjects = new LinkedHashMap<>();
    private final Journal<O> journal;

    public OperationBook(Path file, ObjectMapper json, Class<O> type) throws IOException {
        this.journal = Journal.open(file, json, type, this::apply);
    }

    public Optional<O> operation(String key) {
        return Optional.ofNullable(operations.get(key));
    }

    /** What this call's key did before, if anything; another call under the same key is refused. */
    public Optional<O> before(Call call, String target) {
        Optional<O> known = operation(call.idempotencyKey());
        if (known.filter(operation -> !operation.answers(target, call.body())).isPresent()) {
            throw Refused.because(422, "idempotency_key_reused");
        }
        return known;
    }

    public List<O> operations(Predicate<O> wanted) {
        return operations.values().stream().filter(wanted).toList();
    }

    public Optional<T> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    public List<T> subjects(Predicate<T> wanted) {
        return subjects.values().stream().filter(wanted).toList();
    }

    public int count() {
        return subjects.size();
    }

    public O write(O operation) {
        journal.append(operation);
        apply(operation);
        return operation;
    }

    private void apply(O operation) {
        operations.put(operation.key(), operation);
        operation.subject().ifPresent(subject -> subjects.put(subject.id(), subject));
    }

    @Override
    public void close() {
        journal.close();
    }
}
