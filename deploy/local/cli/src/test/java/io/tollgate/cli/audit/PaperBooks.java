package io.tollgate.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books that a test writes: rows as JSON with single quotes. */
final class PaperBooks implements Books {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Row>> tables = new HashMap<>();

    PaperBooks with(String table, String... rows) {
        List<Row> all = new ArrayList<>();
        for (String row : rows) {
            all.add(row(row));
        }
        tables.put(table, all);
        return this;
    }

    private static Row row(String text) {
        try {
            return new Row(JSON.readTree(text.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public List<Row> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }
}
