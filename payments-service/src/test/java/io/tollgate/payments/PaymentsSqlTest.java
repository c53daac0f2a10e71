package io.tollgate.payments;

import io.tollgate.testing.TSql;
import org.junit.jupiter.api.Test;

class PaymentsSqlTest {
    @Test
    void every_statement_is_spoken_by_sql_server_too() {
        TSql.assertSpoken("io.tollgate.payments", "db/migration/common", "audit");
    }

    @Test
    void sql_server_refuses_changes_of_a_transfer() {
        TSql.assertAppendOnly("ledger_transfer", "V4__ledger_append_only.sql");
    }
}
