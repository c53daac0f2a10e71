package io.tollgate.gateway.hygiene;

import java.util.Locale;

/** A request target that gateway and service cannot read differently: no dot segments, nothing that hides a slash. */
public final class RequestTarget {
    private static final String PATH_SIGNS = "-._~!$&'()*+,=:@/";
    private static final String QUERY_SIGNS = PATH_SIGNS + "?;[]";

    private static final int HTTP = "http://".length();
    private static final int HTTPS = "https://".length();

    private RequestTarget() {}

    /**
     * Path and query of a target, which may be in the absolute form that is for proxies; what that says about the host is
     * not believed, but it must be one. Nothing plain where it is not.
     */
    public static String withoutAuthority(String target) {
        int scheme = target.startsWith("http://") ? HTTP : target.startsWith("https://") ? HTTPS : 0;
        if (scheme == 0) {
            return target;
        }
        int end = scheme;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        String rest = target.substring(end);
        if (!HostName.isValid(target.substring(scheme, end))) {
            return "";
        }
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    public static boolean isPlain(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return path.startsWith("/")
                && isWritten(path, PATH_SIGNS)
                && (query < 0 || isWritten(target.substring(query + 1), QUERY_SIGNS))
                && !path.contains("//")
                && !hasDotSegment(path)
                && !hidesSomething(path);
    }

    private static boolean isWritten(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped =
                    c == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2));
            if (!escaped && !isLetterOrDigit(c) && signs.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDotSegment(String path) {
        return path.contains("/.") && (path + "/").matches(".*/\\.{1,2}/.*");
    }

    /** An escaped slash, backslash, dot, semicolon, percent or control character means one thing here and another there. */
    private static boolean hidesSomething(String path) {
        if (path.indexOf('%') < 0) {
            return false;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("%2f")
                || lower.contains("%5c")
                || lower.contains("%2e")
                || lower.contains("%3b")
                || lower.contains("%25")
                || lower.contains("%0")
                || lower.contains("%1")
                || lower.contains("%7f");
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
