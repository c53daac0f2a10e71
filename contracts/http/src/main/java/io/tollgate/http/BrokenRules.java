package io.tollgate.http;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Every rule of jakarta.validation that a request broke, all at once. */
final class BrokenRules {
    private BrokenRules() {}

    static Problem of(WebExchangeBindException broken) {
        return problem(ofBody(broken));
    }

    static Problem of(HandlerMethodValidationException broken) {
        return problem(broken.getParameterValidationResults().stream().flatMap(BrokenRules::ofParameter));
    }

    static Problem of(Set<? extends ConstraintViolation<?>> broken) {
        return problem(violations(broken));
    }

    static Stream<Violation> violations(Set<? extends ConstraintViolation<?>> broken) {
        return broken.stream()
                .map(rule -> Violation.inBody(Pointers.ofField(field(rule)), code(rule), rule.getMessage()));
    }

    private static Problem problem(Stream<Violation> violations) {
        return sorted(violations)
                .reduce(Problem.of(ProblemTypes.VALIDATION_FAILED), Problem::error, (one, other) -> one);
    }

    static Stream<Violation> sorted(Stream<Violation> violations) {
        return violations.sorted((one, other) -> sortKey(one).compareTo(sortKey(other)));
    }

    // validators answer in no particular order; callers and tests deserve one
    private static String sortKey(Violation violation) {
        return violation.pointer() + violation.parameter() + violation.code();
    }

    private static Stream<Violation> ofBody(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> Violation.inBody(pointer(error), code(error), error.getDefaultMessage()));
    }

    private static Stream<Violation> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return ofBody(body);
        }
        String name = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(error -> Violation.inParameter(name, code(error), error.getDefaultMessage()));
    }

    private static String pointer(ObjectError error) {
        return error instanceof FieldError field ? Pointers.ofField(field.getField()) : "";
    }

    /** The constraint's name in the spelling of the wire: {@code NotBlank} is {@code not-blank}. */
    private static String code(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return spelled(codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1]);
    }

    /** Without what stands for "an element", such as {@code tags[1].<list element>}. */
    private static String field(ConstraintViolation<?> rule) {
        return rule.getPropertyPath().toString().replaceAll("\\.<[^>]+>", "");
    }

    private static String code(ConstraintViolation<?> rule) {
        return spelled(
                rule.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName());
    }

    private static String spelled(String constraint) {
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
