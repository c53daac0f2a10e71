package io.tollgate.telemetry;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;

/** HTTP spans of Spring's server, of WebClient and of Spring Cloud Gateway. */
final class HttpSpans {

    static final String METHOD = "method";
    static final String GATEWAY_METHOD = "http.method";

    private HttpSpans() {}

    static void type(SpanDraft span) {
        String method = first(span.take(METHOD), span.take(GATEWAY_METHOD));
        String route = path(span.take("uri"));
        span.put("http.request.method", method);
        span.put(
                longKey("http.response.status_code"),
                number(first(span.take("status"), span.take("http.status_code"))));
        span.name(route != null && route.startsWith("/") ? method + " " + route : method);
        URI url = uri(first(span.take("http.url"), span.take("http.uri")));
        if (span.kind() == SpanKind.SERVER) {
            server(span, route, url);
        } else {
            client(span, url);
        }
    }

    private static void server(SpanDraft span, String route, URI url) {
        span.put("http.route", route);
        span.put("url.scheme", "http");
        span.put("url.path", url == null ? null : url.getRawPath());
        span.put("server.address", span.service());
    }

    /** Query and user info stay out of traces: they are where secrets would be. */
    private static void client(SpanDraft span, URI url) {
        String host = first(span.take("client.name"), url == null ? null : url.getHost());
        span.put("server.address", host);
        if (url != null && url.getHost() != null) {
            int port = url.getPort();
            span.put(longKey("server.port"), port < 0 ? null : (long) port);
            span.put(
                    "url.full",
                    url.getScheme() + "://" + url.getHost() + (port < 0 ? "" : ":" + port) + url.getRawPath());
        }
    }

    /** A URI template may carry a query. */
    private static String path(String template) {
        return template == null ? null : template.replaceFirst("\\?.*", "");
    }

    private static URI uri(String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    /** Micrometer writes UNKNOWN, CLIENT_ERROR or IO_ERROR where there was no status. */
    private static Long number(String status) {
        return status != null && status.matches("\\d{3}") ? Long.valueOf(status) : null;
    }

    private static String first(String one, String other) {
        return one != null ? one : other;
    }
}
