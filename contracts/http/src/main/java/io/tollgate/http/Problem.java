package io.tollgate.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What a refused caller is told (RFC 9457); immutable, each method gives the problem with one thing more. */
public record Problem(
        ProblemType type,
        Optional<String> detail,
        List<Violation> errors,
        Map<String, Object> extensions,
        Map<String, String> headers) {
    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, Optional.empty(), List.of(), Map.of(), Map.of());
    }

    /** A sentence written for the caller; never an exception's text. */
    public Problem detail(String sentence) {
        return new Problem(type, Optional.of(sentence), errors, extensions, headers);
    }

    /** A broken rule of the body, at a JSON Pointer. */
    public Problem error(String pointer, String code, String sentence) {
        return error(Violation.inBody(pointer, code, sentence));
    }

    public Problem error(Violation violation) {
        List<Violation> more = new ArrayList<>(errors);
        more.add(violation);
        return new Problem(type, detail, more, extensions, headers);
    }

    /** An extension member, for what a program needs to react. */
    public Problem with(String member, Object value) {
        return new Problem(type, detail, errors, extended(extensions, member, value), headers);
    }

    /** A header of the answer, beside the media type. */
    public Problem header(String name, String value) {
        return new Problem(type, detail, errors, extensions, extended(headers, name, value));
    }

    /** {@code Retry-After} in whole seconds, never less than one. */
    public Problem retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    public HttpRefusal asRefusal() {
        return new HttpRefusal(this);
    }

    private static <V> Map<String, V> extended(Map<String, V> members, String name, V value) {
        Map<String, V> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return more;
    }
}
