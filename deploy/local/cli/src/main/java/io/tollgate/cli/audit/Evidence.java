package io.tollgate.cli.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that is audited together: every process's tables, each read once, what clients were told, and the moment of looking. */
final class Evidence {

    private final Map<String, Books> books;
    private final Acknowledged acknowledged;
    private final Instant now;
    private final Map<String, List<Row>> read = new HashMap<>();

    Evidence(Map<String, Books> books, Acknowledged acknowledged, Instant now) {
        this.books = books;
        this.acknowledged = acknowledged;
        this.now = now;
    }

    List<Row> rows(String process, String table) {
        return read.computeIfAbsent(
                process + "/" + table, key -> books.get(process).rows(table));
    }

    /** The rows of a table by one of its columns. */
    Map<String, List<Row>> by(String process, String table, String column) {
        return rows(process, table).stream().collect(Collectors.groupingBy(row -> row.text(column)));
    }

    /** The only row of each value of a column. */
    Map<String, Row> oneBy(String process, String table, String column) {
        return rows(process, table).stream().collect(Collectors.toMap(row -> row.text(column), Function.identity()));
    }

    List<Row> orders() {
        return rows("orders", "customer_order");
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    Instant now() {
        return now;
    }
}
