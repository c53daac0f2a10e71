package io.tollgate.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Objects as lines under headings, each column as wide as it must be. */
public final class Table {
    private Table() {}

    /** @param columns members of the objects, which are the headings as well */
    public static List<String> of(Iterable<JsonNode> items, List<String> columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(String::toUpperCase).toList());
        items.forEach(item ->
                rows.add(columns.stream().map(column -> text(item.path(column))).toList()));
        int[] widths = IntStream.range(0, columns.size())
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Table::text)
                    .collect(Collectors.joining(","));
        }
        if (value.isObject()) {
            return value.has("name") ? value.path("name").asText() : value.toString();
        }
        return value.isMissingNode() || value.isNull() ? "-" : value.asText();
    }
}
