package io.tollgate.users.usage.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.http.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The items of one report, read one by one: what is wrong with one keeps none of the others out. */
final class ReportItems {
    private final ObjectMapper json;
    private final Validator validator;
    private final List<Violation> refused = new ArrayList<>();

    ReportItems(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The good ones of a list. */
    <T> List<T> read(String name, List<JsonNode> items, Class<T> form) {
        List<T> good = new ArrayList<>();
        for (int number = 0; items != null && number < items.size(); number++) {
            read("/" + name + "/" + number, items.get(number), form).ifPresent(good::add);
        }
        return good;
    }

    /** What is wrong with the others, one thing each. */
    List<Violation> refused() {
        return List.copyOf(refused);
    }

    private <T> Optional<T> read(String pointer, JsonNode item, Class<T> form) {
        try {
            Optional<T> read = Optional.ofNullable(json.treeToValue(item, form));
            if (read.isEmpty()) {
                refused.add(Violation.inBody(pointer, "not-null", "must not be null"));
            }
            return read.filter(some -> keepsTheRules(pointer, some));
        } catch (JsonProcessingException unreadable) {
            refused.add(
                    Violation.inBody(pointer + field(unreadable), "wrong-value", "has a wrong type, format or value"));
            return Optional.empty();
        }
    }

    private <T> boolean keepsTheRules(String pointer, T item) {
        Set<ConstraintViolation<T>> broken = validator.validate(item);
        broken.stream()
                .map(rule -> Violation.inBody(
                        pointer + "/" + rule.getPropertyPath(), "validation-failed", rule.getMessage()))
                .min((one, other) -> one.pointer().compareTo(other.pointer()))
                .ifPresent(refused::add);
        return broken.isEmpty();
    }

    private static String field(JsonProcessingException unreadable) {
        return unreadable instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? "/" + mapping.getPath().get(0).getFieldName()
                : "";
    }
}
