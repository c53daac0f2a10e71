package io.tollgate.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * A text as others can take it: JSON can escape half a surrogate pair, which is no character and cannot be written as UTF-8
 * again, and NUL, which ends a text elsewhere.
 */
final class WholeText extends StdScalarDeserializer<String> {
    WholeText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            // Jackson would write a number or a truth value out as text
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        if (!isWhole(text)) {
            throw context.weirdStringException(text, String.class, "is not whole");
        }
        return text;
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || point >= 0xd800 && point <= 0xdfff);
    }
}
