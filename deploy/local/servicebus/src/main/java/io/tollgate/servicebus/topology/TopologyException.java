package io.tollgate.servicebus.topology;

/** A topology that cannot be, with the line that says so. */
public final class TopologyException extends RuntimeException {

    public TopologyException(String message) {
        super(message, null, false, false);
    }
}
