package io.tollgate.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** An object's version as a strong entity tag, and what a caller who wants to change it must have seen. */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("\"v([0-9]{1,18})\"");

    private ETags() {}

    public static String of(long version) {
        return "\"v" + version + '"';
    }

    /** The version that {@code If-Match} names: 428 without the header, 412 for a tag that no version of ours has. */
    public static long expectedVersion(ServerWebExchange exchange) {
        String tag = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_MATCH);
        if (tag == null || tag.isBlank()) {
            throw Problem.of(ProblemTypes.PRECONDITION_REQUIRED)
                    .detail("Send the ETag of the object you read as If-Match.")
                    .asRefusal();
        }
        Matcher version = TAG.matcher(tag.strip());
        if (!version.matches()) {
            throw stale();
        }
        return Long.parseLong(version.group(1));
    }

    /** Refuses a caller who saw another version than the one at hand. */
    public static void requireMatch(ServerWebExchange exchange, long version) {
        if (expectedVersion(exchange) != version) {
            throw stale();
        }
    }

    /** For who learns only from the database that the version is no longer the expected one. */
    public static HttpRefusal stale() {
        return Problem.of(ProblemTypes.PRECONDITION_FAILED)
                .detail("Read the object again and repeat the change on what it is now.")
                .asRefusal();
    }
}
