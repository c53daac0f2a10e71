package io.tollgate.servicebus.amqp;

import java.util.Locale;

/** An AMQP address, freed of the URI some clients wrap it in. */
record Address(String path) {

    private static final String MANAGEMENT = "/$management";

    static Address of(String address) {
        String path = address == null ? "" : address;
        int scheme = path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "" : path.substring(slash + 1);
        }
        int from = path.startsWith("/") ? 1 : 0;
        int to = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        return new Address(path.substring(from, to));
    }

    boolean isCbs() {
        return path.equalsIgnoreCase("$cbs");
    }

    boolean isManagement() {
        return path.toLowerCase(Locale.ROOT).endsWith(MANAGEMENT);
    }

    /** The entity, without the management node's suffix. */
    String entity() {
        return isManagement() ? path.substring(0, path.length() - MANAGEMENT.length()) : path;
    }
}
