package io.tollgate.products;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The tables of this service. */
public final class Tables {
    private static final List<String> CHILDREN_FIRST =
            List.of("reservation_line", "reservation", "stock_movement", "stock", "product_term", "product");

    private Tables() {}

    public static void empty(DatabaseClient database) {
        Flux.fromIterable(CHILDREN_FIRST)
                .concatMap(table -> database.sql(emptying(table)).then())
                .blockLast();
    }

    /** The ledger is only added to. */
    private static String emptying(String table) {
        return (table.equals("stock_movement") ? "TRUNCATE TABLE " : "DELETE FROM ") + table;
    }
}
