package io.tollgate.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.messaging.Message;

/** Reads CloudEvents in binary mode from what the binder hands over. */
final class IncomingMessages {
    /** Set on a message that was dead-lettered and is sent again by hand. */
    static final String REPLAY = "tollgate_replay";

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 120;

    private IncomingMessages() {}

    static IncomingMessage read(Message<byte[]> message, String entity) {
        Map<String, Object> headers = message.getHeaders();
        if (!CloudEvent.VERSION_1.equals(String.valueOf(headers.get(CloudEvent.SPEC_VERSION)))) {
            throw new MalformedMessage("not a CloudEvent 1.0");
        }
        ReceivedMessage envelope = new ReceivedMessage(
                required(headers, CloudEvent.ID, LONGEST_ID),
                required(headers, CloudEvent.SOURCE, LONGEST_NAME),
                required(headers, CloudEvent.TYPE, LONGEST_NAME),
                required(headers, CloudEvent.SUBJECT, LONGEST_NAME),
                time(required(headers, CloudEvent.TIME, LONGEST_NAME)),
                entity,
                1);
        return new IncomingMessage(envelope, message.getPayload(), WireTrace.of(headers), headers.containsKey(REPLAY));
    }

    private static String required(Map<String, Object> headers, String name, int longest) {
        Object value = headers.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new MalformedMessage(name + " is missing");
        }
        if (value.toString().length() > longest) {
            throw new MalformedMessage(name + " is longer than " + longest);
        }
        return value.toString();
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new MalformedMessage(CloudEvent.TIME + " is no time");
        }
    }
}
