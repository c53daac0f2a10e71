package io.tollgate.gateway.hygiene;

import java.util.regex.Pattern;

/** A Host header's value: a name or an address, and perhaps a port. */
public final class HostName {
    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
    private static final int HIGHEST_PORT = 65_535;

    private HostName() {}

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches() && port(value) <= HIGHEST_PORT;
    }

    private static int port(String value) {
        int colon = value.lastIndexOf(':');
        return colon < 0 || value.endsWith("]") ? 0 : Integer.parseInt(value.substring(colon + 1));
    }
}
