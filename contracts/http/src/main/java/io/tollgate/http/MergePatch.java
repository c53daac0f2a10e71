package io.tollgate.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;

/** JSON merge patch (RFC 7396): what is named is set, what is named {@code null} is taken away, the rest stays. */
public final class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final BodyRefusal refusal;
    private final Validator validator;

    MergePatch(HttpJson json, Validator validator) {
        this.json = json.mapper();
        this.refusal = new BodyRefusal(json, () -> validator);
        this.validator = validator;
    }

    /**
     * What the patch makes of the object, read as strictly as a body: a refusal names every unknown property and every
     * broken rule with its pointer.
     *
     * @param current the object as it is, in the form that callers may change
     */
    public <T> T apply(T current, JsonNode patch, Class<T> form) {
        if (!patch.isObject()) {
            throw Problem.of(ProblemTypes.VALIDATION_FAILED)
                    .error("", "wrong-value", "must be an object")
                    .asRefusal();
        }
        T patched = read(merged(json.valueToTree(current), patch), form);
        var broken = validator.validate(patched);
        if (!broken.isEmpty()) {
            throw BrokenRules.of(broken).asRefusal();
        }
        return patched;
    }

    private <T> T read(JsonNode merged, Class<T> form) {
        try {
            return json.treeToValue(merged, form);
        } catch (JsonProcessingException unreadable) {
            throw refusal.of(unreadable, merged, json.constructType(form)).asRefusal();
        }
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result =
                target != null && target.isObject() ? (ObjectNode) target : JsonNodeFactory.instance.objectNode();
        patch.fields().forEachRemaining(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merged(result.get(member.getKey()), member.getValue()));
            }
        });
        return result;
    }
}
