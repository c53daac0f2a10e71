package io.tollgate.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of the other companies, whether they run or not: their files have every operation before it is answered for, and the last
 * one of an object says what became of it.
 */
record SandboxBooks(Path data) implements Books {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FILES =
            Map.of("authorization", "network.ndjson", "shipment", "carrier.ndjson");

    @Override
    public List<Row> rows(String table) {
        Path file = data.resolve(FILES.get(table));
        Map<String, Row> last = new LinkedHashMap<>();
        for (String line : lines(file)) {
            JsonNode object = parse(file, line).path(table);
            if (object.isObject()) {
                last.put(object.path("id").asText(), new Row(object));
            }
        }
        return List.copyOf(last.values());
    }

    /** Whole lines only: one without its end was not answered for. */
    private static List<String> lines(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read: " + e);
        }
    }

    private static JsonNode parse(Path file, String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new CommandFailed(file + " has a line that is not JSON: " + e.getMessage());
        }
    }
}
