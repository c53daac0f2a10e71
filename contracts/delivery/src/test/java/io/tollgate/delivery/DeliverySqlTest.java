package io.tollgate.delivery;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class DeliverySqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.delivery", "io/tollgate/delivery/migration", "audit");
    }
}
