package io.tollgate.users.usage;

import io.tollgate.testing.OnSqlServer;
import io.tollgate.testing.SqlServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same tables and statements where production has them. */
@OnSqlServer
class QuotaLeaseOnSqlServerIT extends QuotaLeaseTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SqlServer.use(properties);
    }
}
