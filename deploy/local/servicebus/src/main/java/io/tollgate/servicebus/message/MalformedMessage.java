package io.tollgate.servicebus.message;

/** Bytes that are not an AMQP message. */
public final class MalformedMessage extends RuntimeException {

    public MalformedMessage(String message) {
        super(message, null, false, false);
    }
}
