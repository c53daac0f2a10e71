package io.tollgate.gateway.address;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who asked a proxy, as the proxy names it (RFC 7239, 6): an address, perhaps with a port, or nobody it would name. */
record Hop(Optional<IpAddress> address) {
    private static final Hop HIDDEN = new Hop(Optional.empty());
    private static final Pattern NOBODY = Pattern.compile("(?i:unknown)|_[A-Za-z0-9._-]+");
    private static final Pattern PORT = Pattern.compile("|:(?:\\d{1,5}|_[A-Za-z0-9._-]+)");

    static Hop parse(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end < 0 ? unreadable() : named(node.substring(1, end), node.substring(end + 1));
        }
        int colon = node.indexOf(':');
        boolean isBareIpv6 = colon != node.lastIndexOf(':');
        return colon < 0 || isBareIpv6 ? named(node, "") : named(node.substring(0, colon), node.substring(colon));
    }

    /** The elements of X-Forwarded-For, none of them looked at yet. */
    static List<String> listed(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static Hop named(String name, String port) {
        if (!PORT.matcher(port).matches()) {
            return unreadable();
        }
        if (NOBODY.matcher(name).matches()) {
            return HIDDEN;
        }
        return IpAddress.parse(name).map(ip -> new Hop(Optional.of(ip))).orElseGet(Hop::unreadable);
    }

    private static Hop unreadable() {
        throw new AddressRefused.Unreadable();
    }
}
