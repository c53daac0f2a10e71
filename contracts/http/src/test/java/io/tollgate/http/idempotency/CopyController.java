package io.tollgate.http.idempotency;

import io.tollgate.database.VersionConflict;
import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.RefusalTable;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes a row per call, slowly, or fails: what must happen once is counted in its table. */
@RestController
class CopyController {
    record CopyRequest(String note) {}

    record CopyResponse(long id, String note) {}

    static final class NoPaper extends RuntimeException {}

    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger unanswered = new AtomicInteger();

    private final Idempotency idempotency;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    CopyController(Idempotency idempotency, DatabaseClient database, TransactionalOperator transaction) {
        this.idempotency = idempotency;
        this.database = database;
        this.transaction = transaction;
    }

    @PostMapping("/v1/copies")
    Mono<ResponseEntity<byte[]>> copy(@RequestBody CopyRequest request, Caller caller, ServerWebExchange exchange) {
        return idempotency.once(exchange, caller, request, () -> insert(request.note()));
    }

    @PostMapping("/v1/strict-copies")
    Mono<ResponseEntity<byte[]>> strictly(@RequestBody CopyRequest request, Caller caller, ServerWebExchange exchange) {
        return idempotency.required(exchange, caller, request, () -> insert(request.note()));
    }

    @PostMapping("/v1/secret-copies")
    Mono<ResponseEntity<byte[]>> secretly(@RequestBody CopyRequest request, Caller caller, ServerWebExchange exchange) {
        return idempotency.onceWithSecret(
                exchange, caller, request, () -> insert(request.note()), copy -> "key_" + copy.note());
    }

    /** One transaction, which that of the key takes in. */
    private Mono<ResponseEntity<CopyResponse>> insert(String note) {
        calls.incrementAndGet();
        return inserted(note).as(transaction::transactional);
    }

    private Mono<ResponseEntity<CopyResponse>> inserted(String note) {
        return database.sql("INSERT INTO copy (note) VALUES (:note)")
                .bind("note", note)
                .filter(statement -> statement.returnGeneratedValues("id"))
                .map(row -> row.get("id", Long.class))
                .one()
                .flatMap(id -> outcome(id, note));
    }

    private Mono<ResponseEntity<CopyResponse>> outcome(long id, String note) {
        if (note.startsWith("no paper")) {
            return Mono.error(new NoPaper());
        }
        if (note.startsWith("contended") && calls.get() < 3 || note.startsWith("always contended")) {
            return Mono.error(new VersionConflict("copy", note, 1));
        }
        if (note.startsWith("jam") || note.startsWith("once then jam") && calls.get() > 1) {
            return Mono.error(new IllegalStateException("paper jam"));
        }
        if (note.startsWith("leaver") && calls.get() == 1) {
            unanswered.incrementAndGet();
            return Mono.never();
        }
        ResponseEntity<CopyResponse> created = ResponseEntity.created(URI.create("/v1/copies/" + id))
                .eTag("\"v1\"")
                .body(new CopyResponse(id, note));
        return Mono.delay(Duration.ofMillis(note.startsWith("slow") ? 300 : 1)).thenReturn(created);
    }

    @Bean
    static RefusalTable copyProblems() {
        return RefusalTable.of()
                .on(NoPaper.class, refusal -> Problem.of(new ProblemType("no-paper", 409, "There is no paper")));
    }
}
