package io.tollgate.orders;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class OrdersSqlTest {
    @Test
    void sql_server_would_understand_every_statement() {
        TSql.assertSpoken("io.tollgate.orders", "db/migration/common", "audit");
    }
}
