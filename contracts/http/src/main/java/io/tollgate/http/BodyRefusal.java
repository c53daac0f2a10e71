package io.tollgate.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that is wrong with a body: what has a wrong type or does not exist, and what breaks a rule elsewhere. */
final class BodyRefusal {
    private final HttpJson json;
    private final ObjectReader trees;
    private final Supplier<Validator> validator;

    BodyRefusal(HttpJson json, Supplier<Validator> validator) {
        this.json = json;
        this.trees = json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.validator = validator;
    }

    Problem of(JsonProcessingException first, InputStream body, JavaType type) {
        try {
            return of(first, trees.readTree(body), type);
        } catch (IOException unreadable) {
            return JsonRefusals.problemOf(first);
        }
    }

    /** Of a body that is a tree already; it is changed. */
    Problem of(JsonProcessingException first, JsonNode body, JavaType type) {
        return problem(BodyFaults.of(json.mapper(), type, body), first);
    }

    private Problem problem(BodyFaults faults, JsonProcessingException first) {
        List<Violation> all =
                Stream.concat(faults.all().stream(), rules(faults)).toList();
        if (all.isEmpty()) {
            return JsonRefusals.problemOf(first);
        }
        boolean unknownOnly = all.stream().allMatch(fault -> fault.code().equals(JsonRefusals.UNKNOWN));
        Problem problem = Problem.of(unknownOnly ? ProblemTypes.UNKNOWN_PROPERTY : ProblemTypes.VALIDATION_FAILED);
        for (Violation fault : all) {
            problem = problem.error(fault);
        }
        return problem;
    }

    private Stream<Violation> rules(BodyFaults faults) {
        return BrokenRules.sorted(faults.read().stream()
                .flatMap(this::broken)
                .filter(violation -> !faults.concerns(violation.pointer())));
    }

    private Stream<Violation> broken(Object body) {
        try {
            return BrokenRules.violations(validator.get().validate(body));
        } catch (ValidationException onWhatIsMissing) {
            // a rule of a service's own may not expect what was put in place of the faults
            return Stream.empty();
        }
    }
}
