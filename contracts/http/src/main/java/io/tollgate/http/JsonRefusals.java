package io.tollgate.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.springframework.core.NestedExceptionUtils;

/** What Jackson could not read, with a pointer where it can say one and never with its own words, which show our types. */
final class JsonRefusals {
    static final String UNKNOWN = "unknown-property";

    private JsonRefusals() {}

    static Problem problemOf(JsonProcessingException thrown) {
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return Problem.of(ProblemTypes.UNKNOWN_PROPERTY).error(violation(unknown));
        }
        if (thrown instanceof JsonMappingException mismatch && isWellFormed(thrown)) {
            return Problem.of(ProblemTypes.VALIDATION_FAILED).error(violation(mismatch));
        }
        return Problem.of(ProblemTypes.MALFORMED_REQUEST).detail("The body is not well-formed JSON.");
    }

    static Violation violation(JsonMappingException thrown) {
        String pointer = Pointers.ofPath(thrown.getPath());
        return thrown instanceof UnrecognizedPropertyException
                ? Violation.inBody(pointer, UNKNOWN, "does not exist here")
                : Violation.inBody(pointer, "wrong-value", "has a wrong type, format or value");
    }

    // a syntax error below an object arrives wrapped, with a path as if it were one of mapping
    static boolean isWellFormed(JsonProcessingException thrown) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
        return !(root instanceof JsonParseException) && !(root instanceof StreamConstraintsException);
    }
}
