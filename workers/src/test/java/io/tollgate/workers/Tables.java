package io.tollgate.workers;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** The tables of the workers. */
public final class Tables {
    private static final List<String> CHILDREN_FIRST =
            List.of("notification", "order_story", "mail_intent", "shipment", "fulfillment", "erased_user");

    private Tables() {}

    public static void empty(DatabaseClient database) {
        Flux.fromIterable(CHILDREN_FIRST)
                .concatMap(table -> database.sql("DELETE FROM " + table).then())
                .blockLast();
    }
}
