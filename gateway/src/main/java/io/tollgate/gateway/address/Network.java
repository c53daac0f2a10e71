package io.tollgate.gateway.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses that begin alike, from the first to the last ({@code 203.0.113.0/24}); a lone address is one, too. */
record Network(IpAddress first, IpAddress last) {
    private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final int IPV4_BITS = 32;
    private static final int BITS = 128;

    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int most = address.indexOf(':') < 0 ? IPV4_BITS : BITS;
        String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > most) {
            return Optional.empty();
        }
        int free = most - Integer.parseInt(length);
        return IpAddress.parse(address).map(ip -> around(ip, free));
    }

    /** IPv4 and IPv6 are two worlds: {@code ::/0} has no IPv4 address in it. */
    boolean isIpv4() {
        return first.isIpv4() && last.isIpv4();
    }

    /** Whether it is the whole of its world. */
    boolean isEverything() {
        return Network.parse("0.0.0.0/0").filter(this::equals).isPresent()
                || Network.parse("::/0").filter(this::equals).isPresent();
    }

    private static Network around(IpAddress ip, int free) {
        long high = free > Long.SIZE ? ones(free - Long.SIZE) : 0;
        long low = ones(Math.min(free, Long.SIZE));
        return new Network(
                new IpAddress(ip.high() & ~high, ip.low() & ~low), new IpAddress(ip.high() | high, ip.low() | low));
    }

    private static long ones(int count) {
        return count == 0 ? 0 : -1L >>> Long.SIZE - count;
    }
}
