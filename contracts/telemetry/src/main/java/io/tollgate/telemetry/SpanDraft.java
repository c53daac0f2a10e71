package io.tollgate.telemetry;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/** A finished span whose name and attributes are being replaced. */
final class SpanDraft {

    private final SpanData span;
    private final AttributesBuilder attributes;
    private List<EventData> events;
    private String name;

    SpanDraft(SpanData span) {
        this.span = span;
        this.attributes = span.getAttributes().toBuilder();
        this.events = span.getEvents();
        this.name = span.getName();
    }

    SpanKind kind() {
        return span.getKind();
    }

    /** The service that recorded the span. */
    String service() {
        String service = span.getResource().getAttribute(stringKey("service.name"));
        return service == null ? "unknown" : service;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    String get(String key) {
        return span.getAttributes().get(stringKey(key));
    }

    /** Takes the attribute away and returns what it was, or null. */
    String take(String key) {
        attributes.remove(stringKey(key));
        return get(key);
    }

    void takeAll(String prefix) {
        attributes.removeIf(key -> key.getKey().startsWith(prefix));
    }

    SpanDraft drop(String key, String value) {
        if (value.equals(get(key))) {
            attributes.remove(stringKey(key));
        }
        return this;
    }

    <T> void put(AttributeKey<T> key, T value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }

    void put(String key, String value) {
        put(stringKey(key), value);
    }

    void name(String name) {
        this.name = name;
    }

    /** Leaves exceptions alone among what happened during the span. */
    void onlyExceptions() {
        events = events.stream()
                .filter(event -> event.getName().equals("exception"))
                .toList();
    }

    SpanData typed() {
        return new Typed(span, name, attributes.build(), events);
    }

    private static final class Typed extends DelegatingSpanData {

        private final String name;
        private final Attributes attributes;
        private final List<EventData> events;

        Typed(SpanData span, String name, Attributes attributes, List<EventData> events) {
            super(span);
            this.name = name;
            this.attributes = attributes;
            this.events = events;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }
    }
}
