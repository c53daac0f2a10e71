package io.tollgate.gateway.hygiene;

/** Names that only the gateway itself gives; what a client sends under them is dropped first. */
public final class EdgeHeaders {
    public static final String PREFIX = "x-tollgate-";

    /** Why the request must not pass, found out below HTTP's own machinery; the value is a {@link BadRequest}. */
    public static final String REFUSED = "x-tollgate-refused";

    /** The request is about the gateway as a whole and not about anything in it ({@code OPTIONS *}). */
    public static final String WHOLE_SERVER = "x-tollgate-whole-server";

    /** What the client calls its request. */
    public static final String CLIENT_REQUEST_ID = "x-tollgate-client-request-id";

    private EdgeHeaders() {}
}
