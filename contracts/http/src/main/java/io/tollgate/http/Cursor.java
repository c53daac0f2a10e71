package io.tollgate.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Which page of a list is asked for: how many items, and after which position (what the service said was {@code next}). */
public record Cursor(int limit, Optional<String> after) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_LENGTH = 512;

    /** From the query parameters as they came; null where one did not. */
    public static Cursor parse(String limit, String after) {
        return new Cursor(parseLimit(limit), Optional.ofNullable(after).map(Cursor::decode));
    }

    /** One more than the limit: asking for it tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String after) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (!position.isEmpty()
                    && after.length() <= MAX_LENGTH
                    && encode(position).equals(after)) {
                return position;
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid("after", "is not a cursor that this list gave");
        }
        throw invalid("after", "is not a cursor that this list gave");
    }

    private static int parseLimit(String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        boolean plausible = limit.matches("[0-9]{1,3}");
        int value = plausible ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > MAX_LIMIT) {
            throw invalid("limit", "must be a whole number from 1 to " + MAX_LIMIT);
        }
        return value;
    }

    /** For a cursor that decodes but names no position of the list at hand. */
    public static HttpRefusal invalid(String parameter, String sentence) {
        return Problem.of(ProblemTypes.VALIDATION_FAILED)
                .error(Violation.inParameter(parameter, "invalid", sentence))
                .asRefusal();
    }
}
