package io.tollgate.gateway.routing.network;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Which headers go on, in each direction; one pass, on netty's own headers. */
final class HopHeaders {
    private static final List<String> ONE_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "proxy-authenticate",
            "proxy-authorization");
    private static final HttpHeaders NOT_TO_SERVICE = set(
            ONE_HOP,
            List.of(
                    "host",
                    "expect",
                    "authorization",
                    "x-api-key",
                    "ocp-apim-subscription-key",
                    "x-tollgate-client-traceparent",
                    "x-tollgate-client-request-id",
                    "x-tollgate-forwarded",
                    "x-tollgate-forwarded-for",
                    "x-tollgate-refused"));
    private static final HttpHeaders NOT_TO_CLIENT = set(
            ONE_HOP,
            List.of(
                    "server",
                    "x-request-id",
                    "x-client-request-id",
                    "ratelimit",
                    "ratelimit-policy",
                    "x-ratelimit-limit",
                    "x-ratelimit-remaining",
                    "x-ratelimit-reset",
                    "traceparent",
                    "tracestate",
                    "x-powered-by"));

    private HopHeaders() {}

    static void toService(HttpHeaders client, HttpHeaders service) {
        copy(client, service, NOT_TO_SERVICE);
    }

    static void toClient(HttpHeaders service, org.springframework.http.HttpHeaders client) {
        Iterator<Map.Entry<CharSequence, CharSequence>> each = service.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = each.next();
            if (!NOT_TO_CLIENT.contains(header.getKey())) {
                client.add(header.getKey().toString(), header.getValue().toString());
            }
        }
    }

    private static void copy(HttpHeaders from, HttpHeaders to, HttpHeaders except) {
        Iterator<Map.Entry<CharSequence, CharSequence>> each = from.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = each.next();
            if (!except.contains(header.getKey())) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static HttpHeaders set(List<String> some, List<String> more) {
        HttpHeaders names = new DefaultHttpHeaders();
        some.forEach(name -> names.set(name, ""));
        more.forEach(name -> names.set(name, ""));
        return names;
    }
}
