package io.tollgate.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A place in a trace, as W3C writes it on a wire. */
record WireTrace(Optional<String> traceparent, Optional<String> tracestate) {
    static final String TRACEPARENT = "traceparent";
    static final String TRACESTATE = "tracestate";
    // Azure's own name for it, read by its tools and by older clients
    static final String DIAGNOSTIC_ID = "Diagnostic-Id";
    static final WireTrace NONE = new WireTrace(Optional.empty(), Optional.empty());

    static WireTrace of(Map<String, ?> properties) {
        return new WireTrace(
                text(properties, TRACEPARENT).or(() -> text(properties, DIAGNOSTIC_ID)), text(properties, TRACESTATE));
    }

    private static Optional<String> text(Map<String, ?> properties, String name) {
        return Optional.ofNullable(properties.get(name)).map(Object::toString).filter(value -> !value.isBlank());
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        traceparent.ifPresent(value -> properties.put(TRACEPARENT, value));
        traceparent.ifPresent(value -> properties.put(DIAGNOSTIC_ID, value));
        tracestate.ifPresent(value -> properties.put(TRACESTATE, value));
        return properties;
    }

    /** The trace's id, for people who look for it. */
    Optional<String> traceId() {
        return traceparent
                .map(value -> value.split("-"))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1]);
    }
}
