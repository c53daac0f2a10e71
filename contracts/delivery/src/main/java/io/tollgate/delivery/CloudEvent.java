package io.tollgate.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** CloudEvents 1.0, binary mode, as the AMQP binding writes it: attributes are application properties. */
final class CloudEvent {
    static final String PREFIX = "cloudEvents_";
    static final String ID = PREFIX + "id";
    static final String SOURCE = PREFIX + "source";
    static final String TYPE = PREFIX + "type";
    static final String SUBJECT = PREFIX + "subject";
    static final String TIME = PREFIX + "time";
    static final String SPEC_VERSION = PREFIX + "specversion";
    static final String AGGREGATE_VERSION = PREFIX + "aggregateversion";
    static final String VERSION_1 = "1.0";

    private CloudEvent() {}

    static Map<String, String> attributes(OutboxRow row) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(ID, row.messageId());
        attributes.put(SOURCE, row.source());
        attributes.put(TYPE, row.type());
        attributes.put(SUBJECT, row.subject());
        attributes.put(TIME, row.occurredAt().toString());
        attributes.put(SPEC_VERSION, VERSION_1);
        attributes.put(AGGREGATE_VERSION, String.valueOf(row.version()));
        return attributes;
    }
}
