package io.tollgate.products.stock.store;

import io.tollgate.products.product.Products;
import io.tollgate.products.stock.Stocks;
import io.tollgate.testing.OnSqlServer;
import io.tollgate.testing.SqlServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The same tables and statements where production has them. */
@OnSqlServer
class R2dbcStocksOnSqlServerIT extends R2dbcStocksTest {
    @Autowired
    R2dbcStocksOnSqlServerIT(
            Stocks stocks, Products products, DatabaseClient database, TransactionalOperator transaction) {
        super(stocks, products, database, transaction);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SqlServer.use(properties);
    }
}
