package io.tollgate.gateway.hygiene;

/** Names that only the gateway itself gives; what a client sends under them is dropped first. */
public final class EdgeHeaders {
    public static final String PREFIX = "x-tollgate-";

    /** Why the request must not pass, found out below HTTP's own machinery; the value is a {@link BadRequest}. */
    public static final String REFUSED = "x-tollgate-refused";

    /** What the client calls its request. */
    public static final String CLIENT_REQUEST_ID = "x-tollgate-client-request-id";

    private EdgeHeaders() {}
}
