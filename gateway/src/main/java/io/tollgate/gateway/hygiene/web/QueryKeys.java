package io.tollgate.gateway.hygiene.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Looks for a credential in a plain request target: proxies and browsers write the query into their logs. */
final class QueryKeys {
    private static final Set<String> NAMES = Set.of(
            "key",
            "apikey",
            "xapikey",
            "subscriptionkey",
            "ocpapimsubscriptionkey",
            "accesstoken",
            "token",
            "idtoken",
            "bearertoken",
            "authtoken",
            "jwt",
            "auth",
            "authorization",
            "password",
            "clientsecret");

    private QueryKeys() {}

    static boolean areIn(String plain) {
        int query = plain.indexOf('?');
        if (query < 0 || query == plain.length() - 1) {
            return false;
        }
        for (String parameter : plain.substring(query + 1).split("[&;]")) {
            if (isKey(URLDecoder.decode(parameter, StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    /** By its name, however it is written, or by the prefix that all our keys have. */
    private static boolean isKey(String parameter) {
        String lower = parameter.toLowerCase(Locale.ROOT);
        int equals = lower.indexOf('=');
        String name = equals < 0 ? lower : lower.substring(0, equals);
        return NAMES.contains(name.replaceAll("[^a-z0-9]", ""))
                || lower.contains("tg_live_")
                || lower.contains("tg_test_");
    }
}
