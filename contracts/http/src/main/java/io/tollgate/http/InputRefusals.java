package io.tollgate.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;

/** What is wrong with a body, a parameter or a header that could not be bound or broke a rule. */
final class InputRefusals {
    private InputRefusals() {}

    static Optional<Problem> problemOf(Throwable thrown) {
        if (thrown instanceof WebExchangeBindException broken) {
            return Optional.of(BrokenRules.of(broken));
        }
        if (thrown instanceof HandlerMethodValidationException broken) {
            return Optional.of(BrokenRules.of(broken));
        }
        if (thrown instanceof ServerWebInputException unreadable) {
            return Optional.of(unreadable(unreadable));
        }
        return Optional.empty();
    }

    private static Problem unreadable(ServerWebInputException thrown) {
        if (thrown instanceof MissingRequestValueException missing) {
            return parameter(missing.getName(), "required", "is required");
        }
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            if (cause instanceof UnreadableBody body) {
                return body.problem();
            }
            if (cause instanceof JsonProcessingException json) {
                return JsonRefusals.problemOf(json);
            }
            if (cause instanceof TypeMismatchException) {
                return parameter(nameOf(thrown.getMethodParameter()), "wrong-type", "has the wrong type");
            }
        }
        return Problem.of(ProblemTypes.MALFORMED_REQUEST).detail("A readable JSON body is required.");
    }

    private static Problem parameter(String name, String code, String sentence) {
        return Problem.of(ProblemTypes.VALIDATION_FAILED).error(Violation.inParameter(name, code, sentence));
    }

    private static String nameOf(MethodParameter parameter) {
        return parameter == null ? null : parameter.getParameterName();
    }
}
