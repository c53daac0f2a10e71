package io.tollgate.gateway.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Forwarded header (RFC 7239). Read strictly from its beginning, which a stranger may have written: an open quotation
 * must not swallow what a proxy appended.
 */
final class ForwardedHeader {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e]++|\\\\[\\t \\x21-\\x7e])*+\"";
    // one pair and the sign after it
    private static final Pattern PAIR =
            Pattern.compile("[ \\t]*(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + ")[ \\t]*([;,]|$)");
    private static final String HIDDEN = "unknown";

    private ForwardedHeader() {}

    /** Who asked, element by element, each as it is written; an element that says nothing of it hides it. */
    static List<String> hops(String header) {
        List<String> hops = new ArrayList<>();
        Matcher pair = PAIR.matcher(header);
        String asked = null;
        boolean isOpen = false;
        for (int at = 0; at < header.length(); at = pair.end()) {
            pair.region(at, header.length());
            if (!pair.lookingAt()) {
                return unreadable();
            }
            if (pair.group(1).toLowerCase(Locale.ROOT).equals("for")) {
                asked = once(asked, pair.group(2));
            }
            isOpen = pair.group(3).equals(";");
            if (!isOpen) {
                hops.add(asked == null ? HIDDEN : asked);
                asked = null;
            }
        }
        return isOpen ? unreadable() : hops;
    }

    private static List<String> unreadable() {
        throw new AddressRefused.Unreadable();
    }

    private static String once(String before, String value) {
        if (before != null) {
            throw new AddressRefused.Unreadable();
        }
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
