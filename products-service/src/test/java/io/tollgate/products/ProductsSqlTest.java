package io.tollgate.products;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class ProductsSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.products", "db/migration/common", "audit");
    }
}
