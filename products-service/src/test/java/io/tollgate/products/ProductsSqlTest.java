package io.tollgate.products;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class ProductsSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.products", "db/migration/common", "audit");
    }

    @Test
    void sql_server_refuses_changes_of_a_movement() {
        TSql.assertAppendOnly("stock_movement", "V3__stock_movement_append_only.sql");
    }
}
