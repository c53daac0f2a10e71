package io.tollgate.workers;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class WorkersSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.workers", "db/migration/common", "audit");
    }
}
