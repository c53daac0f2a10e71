package io.tollgate.servicebus.message;

import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;

/** A message as a receiver sees it: header and annotations are the broker's, the rest is as sent. */
public record Delivered(
        byte[] sent,
        int deliveryCount,
        long sequence,
        long enqueuedSequence,
        long enqueuedTime,
        long lockedUntil,
        int state,
        String deadLetterSource,
        Map<String, Object> changedProperties) {

    private static final Symbol SEQUENCE = Symbol.valueOf("x-opt-sequence-number");
    private static final Symbol ENQUEUED_SEQUENCE = Symbol.valueOf("x-opt-enqueue-sequence-number");
    private static final Symbol ENQUEUED_TIME = Symbol.valueOf("x-opt-enqueued-time");
    private static final Symbol LOCKED_UNTIL = Symbol.valueOf("x-opt-locked-until");
    private static final Symbol LOCK_TOKEN = Symbol.valueOf("x-opt-lock-token");
    private static final Symbol STATE = Symbol.valueOf("x-opt-message-state");
    private static final Symbol DEAD_LETTER_SOURCE = Symbol.valueOf("x-opt-deadletter-source");

    /** The whole message, encoded. */
    public byte[] encode() {
        return encode(null);
    }

    /** The same with its lock's token, for who gets it without a delivery whose tag would tell. */
    public byte[] encode(UUID lockToken) {
        SentMessage message = new SentMessage(sent);
        Sections sections = message.sections();
        DeliveryAnnotations lock = lockToken == null ? null : new DeliveryAnnotations(Map.of(LOCK_TOKEN, lockToken));
        byte[] head = Codec.current().encode(header(message), lock, annotations(message));
        int bare = sections.bareStart();
        if (changedProperties.isEmpty()) {
            return Bytes.concat(head, Bytes.range(sent, bare, sent.length));
        }
        int properties = sections.has(Sections.PROPERTIES) ? sections.end(Sections.PROPERTIES) : bare;
        return Bytes.concat(
                head,
                Bytes.range(sent, bare, properties),
                applicationProperties(message),
                Bytes.range(sent, sections.bodyStart(), sent.length));
    }

    private Header header(SentMessage message) {
        Header header = message.header() == null ? new Header() : message.header();
        header.setDurable(true);
        header.setDeliveryCount(UnsignedInteger.valueOf(deliveryCount));
        return header;
    }

    private MessageAnnotations annotations(SentMessage message) {
        Map<Symbol, Object> annotations = new HashMap<>(message.annotations());
        annotations.put(SEQUENCE, sequence);
        annotations.put(ENQUEUED_SEQUENCE, enqueuedSequence);
        annotations.put(ENQUEUED_TIME, new Date(enqueuedTime));
        annotations.put(STATE, state);
        if (lockedUntil > 0) {
            annotations.put(LOCKED_UNTIL, new Date(lockedUntil));
        }
        if (deadLetterSource != null) {
            annotations.put(DEAD_LETTER_SOURCE, deadLetterSource);
        }
        return new MessageAnnotations(annotations);
    }

    private byte[] applicationProperties(SentMessage message) {
        Map<String, Object> merged = new LinkedHashMap<>(message.applicationProperties());
        merged.putAll(changedProperties);
        return Codec.current().encode(new ApplicationProperties(merged));
    }
}
