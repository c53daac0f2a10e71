package io.tollgate.gateway.trace;

/** One call to another process, shown as a child of the request; exactly one of its endings is told. */
public interface OutgoingCall {
    /** The header (W3C trace context) that lets the other side continue the trace. */
    String traceparent();

    /** The other side answered with this status. */
    void answered(int status);

    /** There was no answer. */
    void failed(Throwable failure);

    /** Nobody waits for the answer any more. */
    void canceled();
}
