package io.tollgate.http;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads twice in one transaction, with a pause between in which its caller may leave. */
@RestController
class RowsController {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    RowsController(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @GetMapping("/v1/rows")
    Mono<Long> rows() {
        return count().delayElement(Duration.ofMillis(5)).then(count()).as(transaction::transactional);
    }

    private Mono<Long> count() {
        return database.sql("SELECT COUNT(*) FROM copy")
                .map(row -> row.get(0, Long.class))
                .one();
    }
}
