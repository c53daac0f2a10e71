package io.tollgate.workers.email.store;

import io.tollgate.testing.OnSqlServer;
import io.tollgate.testing.SqlServer;
import io.tollgate.workers.email.MailIntents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same tables and statements where production has them. */
@OnSqlServer
class R2dbcMailIntentsOnSqlServerIT extends R2dbcMailIntentsTest {
    @Autowired
    R2dbcMailIntentsOnSqlServerIT(MailIntents intents, DatabaseClient database) {
        super(intents, database);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SqlServer.use(properties);
    }
}
