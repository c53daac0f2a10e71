package io.tollgate.http.idempotency;

import io.tollgate.http.ShelfTest;
import io.tollgate.values.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

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
}
