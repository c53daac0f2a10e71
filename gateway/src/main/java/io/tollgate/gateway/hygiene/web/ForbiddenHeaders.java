package io.tollgate.gateway.hygiene.web;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.tollgate.gateway.hygiene.EdgeHeaders;
import java.util.List;

/** Headers by which strangers would say who they are, where they come from or what they may; none of them gets in. */
final class ForbiddenHeaders {
    private static final List<String> NAMES = List.of(
            // who is asking
            "x-user-id",
            "x-user",
            "x-user-name",
            "x-username",
            "x-user-email",
            "x-user-roles",
            "x-user-scopes",
            "x-roles",
            "x-role",
            "x-scopes",
            "x-scope",
            "x-tenant-id",
            "x-tenant",
            "x-client-id",
            "x-account-id",
            "x-customer-id",
            "x-caller",
            "x-caller-id",
            "x-caller-token",
            "x-principal",
            "x-remote-user",
            "remote-user",
            "x-auth-user",
            "x-auth-token",
            "x-authenticated-user",
            "x-authenticated-userid",
            "x-internal",
            "x-admin",
            // where from, and what was asked for
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "fastly-client-ip",
            "x-appengine-user-ip",
            "x-azure-clientip",
            "x-azure-socketip",
            "via",
            "x-original-url",
            "x-original-uri",
            "x-original-host",
            "x-original-forwarded-for",
            "x-rewrite-url",
            "x-host",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            // whose trace it is
            "tracestate",
            "baggage",
            "b3",
            "uber-trace-id",
            "x-amzn-trace-id",
            "x-cloud-trace-context",
            "request-id",
            "request-context",
            "correlation-context",
            "x-correlation-id",
            "traceresponse",
            // what belongs to one connection only
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "te",
            "trailer",
            "upgrade",
            "http2-settings");
    // netty's own map compares without regard to case and without a copy
    private static final HttpHeaders SET = set();

    private ForbiddenHeaders() {}

    static boolean contains(CharSequence name) {
        return SET.contains(name) || hasUnderscore(name) || isOurs(name);
    }

    /** CGI-like servers read {@code X_User_Id} as {@code X-User-Id}. */
    private static boolean hasUnderscore(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '_') {
                return true;
            }
        }
        return false;
    }

    private static boolean isOurs(CharSequence name) {
        return name.length() > 2
                && (name.charAt(0) == 'x' || name.charAt(0) == 'X')
                && (startsWith(name, EdgeHeaders.PREFIX)
                        || startsWith(name, "x-forwarded-")
                        || startsWith(name, "x-b3-"));
    }

    private static boolean startsWith(CharSequence name, String prefix) {
        return name.length() >= prefix.length()
                && prefix.equalsIgnoreCase(name.subSequence(0, prefix.length()).toString());
    }

    private static HttpHeaders set() {
        HttpHeaders names = new DefaultHttpHeaders();
        NAMES.forEach(name -> names.set(name, ""));
        return names;
    }
}
