package io.tollgate.servicebus.access;

import io.tollgate.servicebus.broker.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A shared access signature, taken apart. */
record SasToken(String signed, String path, String signature, String keyName, long expiresAt) {

    private static final String MANAGEMENT = "/$management";
    private static final String PREFIX = "SharedAccessSignature ";

    static SasToken parse(String token) {
        if (token == null || !token.startsWith(PREFIX)) {
            throw Refused.unauthorized("Only shared access signatures are taken as tokens.");
        }
        Map<String, String> fields = new HashMap<>();
        for (String field : token.substring(PREFIX.length()).split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        try {
            String resource = fields.get("sr");
            long expires = Long.parseLong(fields.get("se"));
            return new SasToken(
                    resource + "\n" + fields.get("se"),
                    path(decoded(resource)),
                    decoded(fields.get("sig")),
                    decoded(fields.get("skn")),
                    Math.multiplyExact(expires, 1000L));
        } catch (NullPointerException | IllegalArgumentException | ArithmeticException e) {
            throw Refused.unauthorized("The token is malformed.");
        }
    }

    private static String path(String resource) {
        int scheme = resource.indexOf("://");
        int slash = resource.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        String path = slash < 0 ? "" : resource.substring(slash + 1);
        if (path.toLowerCase(Locale.ROOT).endsWith(MANAGEMENT)) {
            // some clients ask for an entity's management node, some for the entity
            return path.substring(0, path.length() - MANAGEMENT.length());
        }
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
