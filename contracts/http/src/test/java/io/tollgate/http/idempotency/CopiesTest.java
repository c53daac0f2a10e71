package io.tollgate.http.idempotency;

import io.tollgate.http.Idempotency;
import io.tollgate.http.ShelfTest;
import io.tollgate.http.idempotency.CopyController.CopyRequest;
import io.tollgate.values.Ids;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Copies are asked for under a key of each test's own, and nobody has been answered yet. */
abstract class CopiesTest extends ShelfTest {
    static final String ANN = CALLERS.bearer("cli_books", "usr_ann");

    @Autowired
    CopyController controller;

    @Autowired
    DatabaseClient database;

    @Autowired
    private Ids ids;

    String key;

    @BeforeEach
    void aNewKey() {
        execute("DELETE FROM idempotency_record");
        key = ids.next("key");
        controller.calls.set(0);
    }

    void execute(String sql) {
        database.sql(sql).then().block();
    }

    long rows(String note) {
        return count("SELECT COUNT(*) FROM copy WHERE note = '" + note + "'");
    }

    long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, Long.class)).one().block());
    }

    WebTestClient.ResponseSpec post(String bearer, String uri, String note) {
        return as(bearer)
                .post()
                .uri(uri)
                .headers(headers -> {
                    if (key != null) {
                        headers.set(Idempotency.HEADER, key);
                    }
                })
                .bodyValue(new CopyRequest(note))
                .exchange();
    }
}
