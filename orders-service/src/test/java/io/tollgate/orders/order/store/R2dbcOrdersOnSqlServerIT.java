package io.tollgate.orders.order.store;

import io.tollgate.testing.OnSqlServer;
import io.tollgate.testing.SqlServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same tables and statements where production has them. */
@OnSqlServer
class R2dbcOrdersOnSqlServerIT extends R2dbcOrdersTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SqlServer.use(properties);
    }
}
