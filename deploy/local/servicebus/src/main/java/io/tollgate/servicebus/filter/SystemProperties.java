package io.tollgate.servicebus.filter;

import io.tollgate.servicebus.message.SentMessage;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Properties;

/** The message properties that filters may name, under every spelling the documents and the wire use. */
final class SystemProperties {

    private static final Map<String, Function<SentMessage, Object>> BY_NAME = new TreeMap<>();
    private static final Map<String, BiConsumer<Properties, String>> SETTERS = new TreeMap<>();

    static {
        name(m -> text(m.properties().getCorrelationId()), Properties::setCorrelationId, "correlationid");
        name(SentMessage::messageId, Properties::setMessageId, "messageid");
        name(m -> m.properties().getTo(), Properties::setTo, "to");
        name(m -> m.properties().getReplyTo(), Properties::setReplyTo, "replyto");
        name(m -> m.properties().getSubject(), Properties::setSubject, "label");
        name(m -> m.properties().getSubject(), Properties::setSubject, "subject");
        name(SentMessage::sessionId, Properties::setGroupId, "sessionid");
        name(m -> m.properties().getReplyToGroupId(), Properties::setReplyToGroupId, "replytosessionid");
        name(
                m -> text(m.properties().getContentType()),
                (properties, value) -> properties.setContentType(value == null ? null : Symbol.valueOf(value)),
                "contenttype");
    }

    private SystemProperties() {}

    static boolean known(String name) {
        return BY_NAME.containsKey(key(name));
    }

    static Object value(String name, SentMessage message) {
        return BY_NAME.get(key(name)).apply(message);
    }

    static void set(String name, Properties properties, Object value) {
        SETTERS.get(key(name)).accept(properties, text(value));
    }

    private static void name(Function<SentMessage, Object> getter, BiConsumer<Properties, String> setter, String name) {
        BY_NAME.put(name, getter);
        SETTERS.put(name, setter);
    }

    /** As one spells it in YAML ({@code replyTo}), on the wire ({@code reply-to}) and in SQL ({@code ReplyTo}). */
    private static String key(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
