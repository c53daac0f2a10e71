package io.tollgate.users;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class UsersSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.users", "db/migration/common");
    }

    @Test
    void sql_server_refuses_changes_of_an_audit() {
        TSql.assertAppendOnly("admin_audit", "V4_1__admin_audit_append_only.sql");
        TSql.assertAppendOnly("account_audit", "V4_2__account_audit_append_only.sql");
    }
}
