package io.tollgate.servicebus.filter;

/** A LIKE pattern; a text is compared in one pass, however many per cent signs there are. */
final class LikePattern {

    private static final char ANY = '\uffff';
    private static final char ONE = '\ufffe';

    private final String parts;

    /** The escape, if there is one, makes the character after it stand for itself. */
    LikePattern(String pattern, String escape) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (escape != null && escape.equals(String.valueOf(c)) && i + 1 < pattern.length()) {
                text.append(pattern.charAt(++i));
            } else {
                text.append(c == '%' ? ANY : c == '_' ? ONE : c);
            }
        }
        this.parts = text.toString();
    }

    boolean matches(String text) {
        int at = 0;
        int part = 0;
        int lastAny = -1;
        int retry = 0;
        while (at < text.length()) {
            if (part < parts.length() && parts.charAt(part) == ANY) {
                lastAny = part++;
                retry = at;
            } else if (part < parts.length() && (parts.charAt(part) == ONE || parts.charAt(part) == text.charAt(at))) {
                part++;
                at++;
            } else if (lastAny >= 0) {
                // the last per cent sign takes one more character
                part = lastAny + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return parts.substring(part).chars().allMatch(c -> c == ANY);
    }
}
