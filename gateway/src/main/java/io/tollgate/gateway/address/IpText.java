package io.tollgate.gateway.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** How addresses are written (RFC 4291, 2.2). The JDK's own reader asks the DNS about what is none, so it is not used. */
final class IpText {
    // no leading zeros: some read them as octal
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    private IpText() {}

    static Optional<IpAddress> ipv4(String text) {
        return IPV4.matcher(text).matches() ? Optional.of(IpAddress.ofIpv4(ipv4Bits(text))) : Optional.empty();
    }

    static Optional<IpAddress> ipv6(String text) {
        int gap = text.indexOf("::");
        if (text.length() > LONGEST || gap != text.lastIndexOf("::")) {
            return Optional.empty();
        }
        long[] groups = new long[GROUPS];
        int before = read(gap < 0 ? text : text.substring(0, gap), groups, gap < 0);
        if (gap < 0) {
            return before == GROUPS ? Optional.of(address(groups)) : Optional.empty();
        }
        long[] after = new long[GROUPS];
        int count = read(text.substring(gap + 2), after, true);
        if (before < 0 || count < 0 || before + count >= GROUPS) {
            return Optional.empty();
        }
        System.arraycopy(after, 0, groups, GROUPS - count, count);
        return Optional.of(address(groups));
    }

    /** How many groups the text has; less than none when it is unreadable. */
    private static int read(String text, long[] groups, boolean isEnd) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean isIpv4 =
                    isEnd && i == parts.length - 1 && IPV4.matcher(parts[i]).matches();
            if (count + (isIpv4 ? 2 : 1) > GROUPS
                    || !isIpv4 && !GROUP.matcher(parts[i]).matches()) {
                return -1;
            }
            if (isIpv4) {
                groups[count++] = ipv4Bits(parts[i]) >>> Short.SIZE;
            }
            groups[count++] = isIpv4 ? ipv4Bits(parts[i]) & 0xffff : Long.parseLong(parts[i], 16);
        }
        return count;
    }

    private static long ipv4Bits(String text) {
        long bits = 0;
        for (String octet : text.split("\\.")) {
            bits = bits << Byte.SIZE | Long.parseLong(octet);
        }
        return bits;
    }

    private static IpAddress address(long[] groups) {
        return new IpAddress(half(groups, 0), half(groups, GROUPS / 2));
    }

    private static long half(long[] groups, int from) {
        return groups[from] << 48 | groups[from + 1] << 32 | groups[from + 2] << 16 | groups[from + 3];
    }
}
