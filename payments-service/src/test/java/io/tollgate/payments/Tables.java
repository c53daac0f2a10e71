package io.tollgate.payments;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The tables of this service. */
public final class Tables {
    private static final List<String> CHILDREN_FIRST = List.of(
            "payment_intent",
            "payment_refund",
            "payment_reversal",
            "payment",
            "ledger_transfer",
            "reconciliation_difference",
            "reconciliation");

    private Tables() {}

    public static void empty(DatabaseClient database) {
        Flux.fromIterable(CHILDREN_FIRST)
                .concatMap(table -> database.sql(emptying(table)).then())
                .blockLast();
    }

    /** The ledger is only added to. */
    private static String emptying(String table) {
        return (table.equals("ledger_transfer") ? "TRUNCATE TABLE " : "DELETE FROM ") + table;
    }
}
