package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The message that an SQL text is asked about. */
final class Scope {

    private final SentMessage message;
    private final Map<String, Object> properties;
    private final Supplier<UUID> ids;

    Scope(SentMessage message, Map<String, Object> properties, Supplier<UUID> ids) {
        this.message = message;
        this.properties = properties;
        this.ids = ids;
    }

    Object property(boolean system, String name) {
        return system ? SystemProperties.value(name, message) : plain(user(name));
    }

    boolean has(boolean system, String name) {
        return system ? property(true, name) != null : properties.containsKey(name) || user(name) != null;
    }

    Object newId() {
        return ids.get();
    }

    /** By its exact name, else by any case. */
    private Object user(String name) {
        if (properties.containsKey(name)) {
            return properties.get(name);
        }
        return properties.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Object plain(Object value) {
        return value instanceof org.apache.qpid.proton.amqp.Symbol || value instanceof Character
                ? value.toString()
                : value;
    }
}
