package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;
import java.util.Map;
import java.util.Set;

/** Takes a message whose named properties all equal the given values, by case. */
public record CorrelationFilter(Map<String, String> system, Map<String, Object> properties) implements Filter {

    /** The system properties a correlation filter may name, as Azure's resource files spell them. */
    public static final Set<String> SYSTEM_NAMES = Set.of(
            "correlationId", "messageId", "to", "replyTo", "label", "sessionId", "replyToSessionId", "contentType");

    public CorrelationFilter {
        system = Map.copyOf(system);
        properties = Map.copyOf(properties);
    }

    @Override
    public boolean matches(SentMessage message) {
        return system.entrySet().stream()
                        .allMatch(e -> e.getValue().equals(SystemProperties.value(e.getKey(), message)))
                && properties.entrySet().stream()
                        .allMatch(e -> same(
                                e.getValue(), message.applicationProperties().get(e.getKey())));
    }

    private static boolean same(Object expected, Object actual) {
        if (expected instanceof Number a && actual instanceof Number b) {
            return Integer.valueOf(0).equals(Numbers.compare(a, b));
        }
        return actual != null && (expected.equals(actual) || expected.equals(actual.toString()));
    }
}
