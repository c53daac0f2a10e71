package io.tollgate.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that a controller's method takes, and whether each may come more than once. */
final class KnownParameters {
    private static final int MOST_TOLD = 20;
    private static final int LONGEST_TOLD = 64;

    private final Map<String, Boolean> repeatable = new HashMap<>();

    static KnownParameters of(HandlerMethod method) {
        KnownParameters known = new KnownParameters();
        Optional.ofNullable(method.getMethodAnnotation(QueryParameters.class))
                .ifPresent(read -> Arrays.stream(read.value()).forEach(name -> known.add(name, String.class)));
        Arrays.stream(method.getMethodParameters()).forEach(known::add);
        return known;
    }

    /** Everything that is unknown, there too often or without a value, at once. */
    Optional<Problem> problemOf(MultiValueMap<String, String> query) {
        List<Violation> violations = query.entrySet().stream()
                .flatMap(given -> violation(given.getKey(), given.getValue()))
                .limit(MOST_TOLD)
                .toList();
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(violations.stream()
                        .reduce(Problem.of(ProblemTypes.VALIDATION_FAILED), Problem::error, (one, other) -> one));
    }

    private Stream<Violation> violation(String name, List<String> values) {
        if (!repeatable.containsKey(name)) {
            return Stream.of(Violation.inParameter(told(name), "unknown", "is no parameter of this operation"));
        }
        if (values.size() > 1 && !repeatable.get(name)) {
            return Stream.of(Violation.inParameter(name, "repeated", "may be given once"));
        }
        // what came without "=" would be read as if it were not there
        return values.contains(null)
                ? Stream.of(Violation.inParameter(name, "invalid", "must have a value"))
                : Stream.empty();
    }

    /** A name that the caller made up is said again as far as that is harmless. */
    private static String told(String name) {
        String start = name.length() > LONGEST_TOLD ? name.substring(0, LONGEST_TOLD) : name;
        return CardNumbers.isIn(name) ? "" : start;
    }

    private void add(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            add(declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name(), type);
        } else if (type == Cursor.class) {
            add("limit", String.class);
            add("after", String.class);
        } else if (type.isRecord() && type != Caller.class && parameter.getParameterAnnotations().length == 0) {
            Arrays.stream(type.getRecordComponents()).forEach(part -> add(part.getName(), part.getType()));
        }
    }

    private void add(String name, Class<?> type) {
        repeatable.put(name, Iterable.class.isAssignableFrom(type) || type.isArray());
    }
}
