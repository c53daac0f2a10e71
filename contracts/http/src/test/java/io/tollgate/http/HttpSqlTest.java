package io.tollgate.http;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class HttpSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.http", "io/tollgate/http/idempotency/migration");
    }
}
