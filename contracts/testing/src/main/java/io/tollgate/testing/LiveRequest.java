package io.tollgate.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request as it will go over the wire; immutable, each method gives the request with one thing changed. */
record LiveRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
    static LiveRequest of(String method, String target) {
        return new LiveRequest(method, target, List.of(), null);
    }

    LiveRequest to(String other) {
        return new LiveRequest(method, other, headers, body);
    }

    /** In place of what the header was; a null value takes it away. */
    LiveRequest with(String name, String value) {
        List<Map.Entry<String, String>> changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        if (value != null) {
            changed.add(Map.entry(name, value));
        }
        return new LiveRequest(method, target, changed, body);
    }

    LiveRequest twice(String name, String value) {
        List<Map.Entry<String, String>> changed = new ArrayList<>(headers);
        changed.add(Map.entry(name, value));
        return new LiveRequest(method, target, changed, body);
    }

    LiveRequest withBody(byte[] content) {
        return new LiveRequest(method, target, headers, content);
    }

    LiveRequest withQuery(String query) {
        return to(target.split("\\?")[0] + '?' + query);
    }

    String path() {
        return target.split("\\?")[0];
    }

    /** For who reads about a failure: short, and without the token. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + ' ' + shortened(target));
        headers.stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Authorization"))
                .forEach(header -> text.append("\n    ")
                        .append(header.getKey())
                        .append(": ")
                        .append(shortened(header.getValue())));
        return body == null ? text.toString() : text + "\n    " + shortened(new String(body, StandardCharsets.UTF_8));
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "… (" + text.length() + ")";
    }
}
