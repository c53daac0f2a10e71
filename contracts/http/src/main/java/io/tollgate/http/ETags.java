package io.tollgate.http;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** An object's version as a strong entity tag, and what a caller who wants to change it must have seen. */
public final class ETags {
    private static final String ANY = "*";
    private static final String TAG = "(?:W/)?\"[!#-~\\x80-\\xff]*+\"";
    private static final Pattern ONE = Pattern.compile(TAG);
    private static final Pattern LIST =
            Pattern.compile("[, \\t]*+" + TAG + "(?:[ \\t]*+,[, \\t]*+" + TAG + ")*+[, \\t]*+");

    private ETags() {}

    public static String of(long version) {
        return "\"v" + version + '"';
    }

    /**
     * Refuses a caller whose {@code If-Match} names another version than the one at hand (RFC 9110, 13.1.1): 428 without it,
     * 412 unless it is {@code *} or one of its tags is this version's; a weak one never is.
     */
    public static void requireMatch(ServerWebExchange exchange, long version) {
        List<String> sent = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.IF_MATCH);
        if (sent.stream().allMatch(String::isBlank)) {
            throw Problem.of(ProblemTypes.PRECONDITION_REQUIRED)
                    .detail("Send the ETag of the object you read as If-Match.")
                    .asRefusal();
        }
        if (!matches(String.join(",", sent), of(version))
                || isUnwanted(exchange.getRequest().getHeaders(), version)) {
            throw stale();
        }
    }

    /** For who learns only from the database that the version is no longer the expected one. */
    public static HttpRefusal stale() {
        return Problem.of(ProblemTypes.PRECONDITION_FAILED)
                .detail("Read the object again and repeat the change on what it is now.")
                .asRefusal();
    }

    /** Whether {@code If-None-Match} forbids to change this version; a weak tag is as good as a strong one there. */
    private static boolean isUnwanted(HttpHeaders headers, long version) {
        String condition = String.join(",", headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH));
        return !condition.isBlank() && matches(condition.replace("W/\"", "\""), of(version));
    }

    /** Whether {@code If-None-Match} asks for nothing as long as there is anything. */
    static boolean isAny(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream()
                .map(String::strip)
                .toList()
                .equals(List.of(ANY));
    }

    /** Whether one of the tags of {@code If-Match} is this strong one, or any is wanted. */
    static boolean matches(String condition, String tag) {
        return condition.strip().equals(ANY)
                || LIST.matcher(condition).matches()
                        && ONE.matcher(condition).results().anyMatch(one -> one.group()
                                .equals(tag));
    }
}
