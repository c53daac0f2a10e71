package io.tollgate.gateway.hygiene.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.hygiene.EdgeHeaders;
import io.tollgate.gateway.trace.RequestTrace;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One pass over a request's headers, after which nothing in them is a lie about the caller. */
final class CleanHeaders {
    // a client may not make these disappear by naming them in Connection
    private static final Set<String> NEVER_NAMED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "authorization",
            "x-api-key",
            "ocp-apim-subscription-key",
            "close",
            "keep-alive");

    private CleanHeaders() {}

    /** From a trusted proxy, what it says about its client is kept under names of ours. */
    static void clean(HttpHeaders headers, boolean fromProxy) {
        List<String> forwarded = fromProxy ? headers.getAll("forwarded") : List.of();
        List<String> forwardedFor = fromProxy ? headers.getAll("x-forwarded-for") : List.of();
        String clientTrace = headers.get("traceparent");
        String clientId = headers.get("x-request-id");
        Iterator<Map.Entry<CharSequence, CharSequence>> each = headers.iteratorCharSequence();
        boolean forbidden = false;
        while (each.hasNext() && !forbidden) {
            forbidden = ForbiddenHeaders.contains(each.next().getKey());
        }
        if (forbidden) {
            headers.names().stream().filter(ForbiddenHeaders::contains).forEach(headers::remove);
        }
        dropNamedInConnection(headers);
        keep(headers, "traceparent", clientTrace, RequestTrace.CLIENT_TRACEPARENT);
        keep(headers, "x-request-id", clientId, EdgeHeaders.CLIENT_REQUEST_ID);
        headers.add(ClientAddress.FORWARDED, forwarded);
        headers.add(ClientAddress.FORWARDED_FOR, forwardedFor);
    }

    private static void keep(HttpHeaders headers, String name, String value, String as) {
        if (value != null) {
            headers.remove(name);
            headers.set(as, value);
        }
    }

    private static void dropNamedInConnection(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONNECTION)) {
            return;
        }
        for (String value : headers.getAll(HttpHeaderNames.CONNECTION)) {
            for (String name : value.split(",")) {
                String named = name.strip().toLowerCase(Locale.ROOT);
                if (!named.isEmpty() && !NEVER_NAMED.contains(named)) {
                    headers.remove(named);
                }
            }
        }
    }
}
