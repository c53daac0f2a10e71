package io.tollgate.servicebus.message;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;

/** A message as its sender wrote it; sections are decoded when first asked for. */
public final class SentMessage {

    private static final Symbol PARTITION_KEY = Symbol.valueOf("x-opt-partition-key");
    private static final Symbol SCHEDULED_TIME = Symbol.valueOf("x-opt-scheduled-enqueue-time");

    private final byte[] bytes;
    private final Sections sections;
    private Properties properties;
    private Map<String, Object> applicationProperties;
    private Map<Symbol, Object> annotations;

    public SentMessage(byte[] bytes) {
        this.bytes = bytes;
        this.sections = new Sections(bytes);
    }

    /** The same message, if all that will ever be looked at can be decoded. */
    public SentMessage checked() {
        header();
        annotations();
        properties();
        applicationProperties();
        return this;
    }

    /** The same message, given an id when its sender gave none: clients cannot settle a message without one. */
    public SentMessage withMessageId(String otherwise) {
        if (properties().getMessageId() != null) {
            return this;
        }
        Properties identified = properties();
        identified.setMessageId(otherwise);
        byte[] section = Codec.current().encode(identified);
        int from = sections.bareStart();
        int to = sections.has(Sections.PROPERTIES) ? sections.end(Sections.PROPERTIES) : from;
        return new SentMessage(
                Bytes.concat(Bytes.range(bytes, 0, from), section, Bytes.range(bytes, to, bytes.length)));
    }

    /** The same message with other properties and application properties. */
    public SentMessage with(Properties changed, Map<String, Object> changedApplicationProperties) {
        byte[] head = Bytes.range(bytes, 0, sections.bareStart());
        byte[] middle = Codec.current().encode(changed, new ApplicationProperties(changedApplicationProperties));
        return new SentMessage(Bytes.concat(head, middle, Bytes.range(bytes, sections.bodyStart(), bytes.length)));
    }

    public byte[] bytes() {
        return bytes;
    }

    public String messageId() {
        Object id = properties().getMessageId();
        return id == null ? null : id.toString();
    }

    public String sessionId() {
        return properties().getGroupId();
    }

    public String partitionKey() {
        Object key = annotations().get(PARTITION_KEY);
        return key == null ? null : key.toString();
    }

    /** When the sender wants it enqueued, or 0. */
    public long scheduledTime() {
        return annotations().get(SCHEDULED_TIME) instanceof Date date ? date.getTime() : 0;
    }

    /** Time to live in milliseconds, or {@link Long#MAX_VALUE}; the header's 32 bits give way to the absolute expiry time. */
    public long timeToLive() {
        Properties sent = properties();
        if (sent.getAbsoluteExpiryTime() != null && sent.getCreationTime() != null) {
            return sent.getAbsoluteExpiryTime().getTime()
                    - sent.getCreationTime().getTime();
        }
        Header header = header();
        return header == null || header.getTtl() == null
                ? Long.MAX_VALUE
                : header.getTtl().longValue();
    }

    public Header header() {
        return (Header) section(Sections.HEADER);
    }

    public Properties properties() {
        if (properties == null) {
            Properties decoded = (Properties) section(Sections.PROPERTIES);
            properties = decoded == null ? new Properties() : decoded;
        }
        return properties;
    }

    public Map<String, Object> applicationProperties() {
        if (applicationProperties == null) {
            var decoded = (ApplicationProperties) section(Sections.APPLICATION_PROPERTIES);
            applicationProperties = decoded == null || decoded.getValue() == null ? Map.of() : decoded.getValue();
        }
        return applicationProperties;
    }

    public Map<Symbol, Object> annotations() {
        if (annotations == null) {
            var decoded = (MessageAnnotations) section(Sections.MESSAGE_ANNOTATIONS);
            annotations = decoded == null || decoded.getValue() == null ? Map.of() : decoded.getValue();
        }
        return annotations;
    }

    /** What is said for this delivery alone, by plain names. */
    public Map<String, Object> deliveryAnnotations() {
        var decoded = (DeliveryAnnotations) section(Sections.DELIVERY_ANNOTATIONS);
        Map<String, Object> plain = new HashMap<>();
        if (decoded != null) {
            decoded.getValue().forEach((name, value) -> plain.put(name.toString(), value));
        }
        return plain;
    }

    /** The value of the body's value section, or null. */
    public Object value() {
        int body = sections.bodyStart();
        Object decoded = body == bytes.length ? null : Codec.current().decode(bytes, body, bytes.length - body);
        return decoded instanceof AmqpValue value ? value.getValue() : null;
    }

    Sections sections() {
        return sections;
    }

    private Object section(int section) {
        if (!sections.has(section)) {
            return null;
        }
        int start = sections.start(section);
        try {
            return Codec.current().decode(bytes, start, sections.end(section) - start);
        } catch (ClassCastException e) {
            throw new MalformedMessage("section 0x" + Integer.toHexString(section) + " is not what it says");
        }
    }
}
