package io.tollgate.users.plan;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network as RFC 4632 writes it: an address whose bits end where the prefix does. */
final class Cidr {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    /** With these characters alone it is never looked up as a name. */
    private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:]{2,39}");

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]{2,39})/(0|[1-9]\\d{0,2})");

    private Cidr() {}

    static boolean isOne(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                && bytes(form.group(1))
                        .filter(address -> fits(address, Integer.parseInt(form.group(2))))
                        .isPresent();
    }

    private static boolean fits(byte[] address, int prefix) {
        if (prefix > address.length * 8) {
            return false;
        }
        for (int bit = prefix; bit < address.length * 8; bit++) {
            if ((address[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> bytes(String address) {
        Matcher v4 = V4.matcher(address);
        if (v4.matches()) {
            return v4(v4);
        }
        return V6.matcher(address).matches() ? v6(address) : Optional.empty();
    }

    private static Optional<byte[]> v4(Matcher parts) {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            String part = parts.group(i + 1);
            int value = Integer.parseInt(part);
            if (value > 255 || part.length() > 1 && part.startsWith("0")) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? Optional.of(bytes) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
