package io.tollgate.workers.notification.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Parameters in one column, as a JSON object. */
final class ParameterText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    private ParameterText() {}

    static String write(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(parameters));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("parameters cannot be written", impossible);
        }
    }

    static Map<String, String> read(String column) {
        try {
            return JSON.readValue(column, TYPE);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a notification's parameters cannot be read", damaged);
        }
    }
}
