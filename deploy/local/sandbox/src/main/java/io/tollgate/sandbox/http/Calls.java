package io.tollgate.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** Reads a request whole before anything is decided about it. */
final class Calls {

    private static final int LARGEST_BODY = 256 * 1024;

    private Calls() {}

    static Call read(HttpExchange exchange, Matcher path, ObjectMapper json) throws IOException {
        return new Call(variables(path), query(exchange.getRequestURI()), headers(exchange), body(exchange, json));
    }

    private static List<String> variables(Matcher path) {
        List<String> variables = new ArrayList<>();
        for (int group = 1; group <= path.groupCount(); group++) {
            variables.add(path.group(group));
        }
        return variables;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    private static JsonNode body(HttpExchange exchange, ObjectMapper json) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Refused.because(413, "body_too_large");
        }
        if (bytes.length == 0) {
            return NullNode.getInstance();
        }
        try {
            return json.readTree(bytes);
        } catch (JsonProcessingException malformed) {
            throw Refused.because(400, "malformed_request");
        }
    }
}
