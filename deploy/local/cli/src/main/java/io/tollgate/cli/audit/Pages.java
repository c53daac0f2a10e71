package io.tollgate.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns pages into a whole: asks for what follows the last key until nothing does. */
final class Pages {

    private Pages() {}

    static List<Row> all(Function<String, List<Row>> rowsAfter) {
        List<Row> all = new ArrayList<>();
        List<Row> page = rowsAfter.apply(Books.BEFORE_ALL);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = rowsAfter.apply(page.get(page.size() - 1).key());
        }
        return all;
    }
}
