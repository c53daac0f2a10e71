package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The message properties that filters may name, under every spelling the documents and the wire use. */
final class SystemProperties {

    private static final Map<String, Function<SentMessage, Object>> BY_NAME = new TreeMap<>();

    static {
        name(m -> text(m.properties().getCorrelationId()), "correlationid", "correlation-id");
        name(SentMessage::messageId, "messageid", "message-id");
        name(m -> m.properties().getTo(), "to");
        name(m -> m.properties().getReplyTo(), "replyto", "reply-to");
        name(m -> m.properties().getSubject(), "label", "subject");
        name(SentMessage::sessionId, "sessionid", "session-id");
        name(m -> m.properties().getReplyToGroupId(), "replytosessionid", "reply-to-session-id");
        name(m -> text(m.properties().getContentType()), "contenttype", "content-type");
        name(SentMessage::partitionKey, "partitionkey", "partition-key");
    }

    private SystemProperties() {}

    static boolean known(String name) {
        return BY_NAME.containsKey(name.toLowerCase(Locale.ROOT));
    }

    static Object value(String name, SentMessage message) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT)).apply(message);
    }

    private static void name(Function<SentMessage, Object> value, String... names) {
        for (String name : names) {
            BY_NAME.put(name, value);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
