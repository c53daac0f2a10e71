package io.tollgate.users;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class UsersSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.users", "db/migration/common");
    }
}
