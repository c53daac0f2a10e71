package io.tollgate.gateway.hygiene.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Looks for a credential in a plain request target: proxies, browsers and traces write down where a request goes. */
final class TargetKeys {
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

    private TargetKeys() {}

    static boolean areIn(String plain) {
        int query = plain.indexOf('?');
        if (looksLikeKey(decoded(query < 0 ? plain : plain.substring(0, query)))) {
            return true;
        }
        if (query < 0 || query == plain.length() - 1) {
            return false;
        }
        for (String parameter : plain.substring(query + 1).split("[&;]")) {
            if (isKey(decoded(parameter))) {
                return true;
            }
        }
        return false;
    }

    /** By its name, however it is written, or by the prefix that all our keys have. */
    private static boolean isKey(String lower) {
        int equals = lower.indexOf('=');
        String name = equals < 0 ? lower : lower.substring(0, equals);
        return NAMES.contains(name.replaceAll("[^a-z0-9]", "")) || looksLikeKey(lower);
    }

    private static boolean looksLikeKey(String lower) {
        return lower.contains("tg_live_") || lower.contains("tg_test_");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
