package io.tollgate.gateway.routing;

import java.util.Map;

/** What is said to the service instead of what the client said. */
public final class OutgoingHeaders {
    private static final String AUTHORIZATION = OutgoingHeaders.class.getName() + ".authorization";

    private OutgoingHeaders() {}

    /** The Authorization header that the service gets. */
    public static void authorize(Map<String, Object> attributes, CharSequence authorization) {
        attributes.put(AUTHORIZATION, authorization);
    }

    public static CharSequence authorization(Map<String, Object> attributes) {
        return (CharSequence) attributes.get(AUTHORIZATION);
    }
}
