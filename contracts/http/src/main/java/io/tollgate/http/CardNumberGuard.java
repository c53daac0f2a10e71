package io.tollgate.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Refuses a body with a card number in any text, before anything of it is bound, logged or kept. */
final class CardNumberGuard {
    private static final int FEWEST_DIGITS = 13;

    private final JsonFactory json;

    CardNumberGuard(JsonFactory json) {
        this.json = json;
    }

    void check(byte[] body) {
        if (!hasEnoughDigits(body)) {
            return;
        }
        List<String> pointers = pointersToCardNumbers(body);
        if (!pointers.isEmpty()) {
            throw pointers.stream()
                    .reduce(Problem.of(ProblemTypes.CARD_NUMBER), CardNumberGuard::told, (one, other) -> one)
                    .asRefusal();
        }
    }

    private static Problem told(Problem problem, String pointer) {
        return problem.error(pointer, "card-number", "contains what looks like a card number");
    }

    /** Most bodies have no such number of digits at all, and need not be read twice; what is not ASCII may be digits, too. */
    private static boolean hasEnoughDigits(byte[] body) {
        int digits = 0;
        for (byte octet : body) {
            digits += octet >= '0' && octet <= '9' || octet < 0 ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS;
    }

    private List<String> pointersToCardNumbers(byte[] body) {
        List<String> pointers = new ArrayList<>();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && CardNumbers.isIn(parser.getText())) {
                    pointers.add(parser.getParsingContext().pathAsPointer().toString());
                } else if (token == JsonToken.FIELD_NAME && CardNumbers.isIn(parser.currentName())) {
                    // of the object: the name itself is not repeated
                    pointers.add(parser.getParsingContext()
                            .getParent()
                            .pathAsPointer()
                            .toString());
                    return pointers;
                }
            }
        } catch (JsonProcessingException notJson) {
            return pointers;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a body in memory cannot be read", impossible);
        }
        return pointers;
    }
}
