package io.tollgate.gateway.trace;

import java.util.Optional;
import reactor.util.context.ContextView;

/** The trace that begins here with a request. */
public interface RequestTrace {
    /** Where it is found, in a chain's context and among the attributes of an exchange. */
    String ATTRIBUTE = RequestTrace.class.getName();

    /** The header, given by our own hygiene alone, in which a client's own trace is kept for a link. */
    String CLIENT_TRACEPARENT = "x-tollgate-client-traceparent";

    String traceId();

    /** Something worth knowing about the request. */
    void note(String name, String value);

    /** The template of the path, by which requests are grouped. */
    void route(String template);

    /** A call to another process on behalf of the request, beginning now. */
    OutgoingCall call(String method, String url, String peer);

    /** The trace of the request that is being worked on, if the chain belongs to one. */
    static Optional<RequestTrace> of(ContextView context) {
        return context.getOrEmpty(ATTRIBUTE);
    }
}
