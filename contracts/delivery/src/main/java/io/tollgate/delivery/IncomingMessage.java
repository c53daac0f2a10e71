package io.tollgate.delivery;

import java.time.Instant;

/** A message as it came over the wire or out of the parking table; {@link ReceivedMessage} and its body and trace. */
record IncomingMessage(ReceivedMessage envelope, byte[] body, WireTrace trace, boolean replayed) {
    IncomingMessage with(byte[] other) {
        return new IncomingMessage(envelope, other, trace, replayed);
    }

    String id() {
        return envelope.id();
    }

    String source() {
        return envelope.source();
    }

    String type() {
        return envelope.type();
    }

    String subject() {
        return envelope.subject();
    }

    String entity() {
        return envelope.entity();
    }

    Instant time() {
        return envelope.time();
    }

    int attempt() {
        return envelope.attempt();
    }
}
