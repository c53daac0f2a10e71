package io.tollgate.released;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a change of a schema breaks, for those who send by it or for those who read by it. */
final class SchemaChange {
    /** Who relies on the schema. */
    enum For {
        SENDERS,
        READERS
    }

    private static final int DEEPEST = 12;

    private final Document before;
    private final Document now;
    private final For whom;
    private final List<String> broken = new ArrayList<>();

    private SchemaChange(Document before, Document now, For whom) {
        this.before = before;
        this.now = now;
        this.whom = whom;
    }

    static List<String> breaks(Document before, JsonNode old, Document now, JsonNode young, For whom) {
        SchemaChange change = new SchemaChange(before, now, whom);
        change.compare(old, young, "", 0);
        return change.broken;
    }

    private void compare(JsonNode oldPlace, JsonNode newPlace, String at, int depth) {
        JsonNode old = before.resolved(oldPlace);
        JsonNode young = now.resolved(newPlace);
        if (depth > DEEPEST || old.isMissingNode() || young.isMissingNode()) {
            return;
        }
        types(old, young, at);
        values(old, young, at);
        alternatives(old, young, at, depth);
        if (whom == For.SENDERS) {
            bounds(old, young, at);
        }
        properties(old, young, at, depth);
        compare(old.path("items"), young.path("items"), at + "/*", depth + 1);
    }

    private void types(JsonNode old, JsonNode young, String at) {
        Set<String> was = Document.texts(old.path("type"));
        Set<String> is = Document.texts(young.path("type"));
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        if (whom == For.SENDERS) {
            less(was, is).forEach(type -> broken.add(name(at) + " may no longer be of type " + type));
        } else {
            less(is, was).forEach(type -> broken.add(name(at) + " may now be of type " + type));
        }
        String format = old.path("format").asText("");
        if (!format.isEmpty() && !format.equals(young.path("format").asText(""))) {
            broken.add(name(at) + " has no longer the format " + format);
        }
    }

    private static Set<String> less(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        if (some.contains("number")) {
            rest.remove("integer");
        }
        return rest;
    }

    private void values(JsonNode old, JsonNode young, String at) {
        Set<String> was = listed(old);
        Set<String> is = listed(young);
        if (whom == For.SENDERS && !is.isEmpty()) {
            if (was.isEmpty()) {
                broken.add(name(at) + " may now be one of " + is + " only");
            }
            less(was, is).forEach(value -> broken.add(name(at) + " may no longer be " + value));
        }
        if (whom == For.READERS && !was.isEmpty()) {
            less(is, was).forEach(value -> broken.add(name(at) + " may now be " + value));
            if (is.isEmpty()) {
                broken.add(name(at) + " may now be other than " + was);
            }
        }
    }

    private static Set<String> listed(JsonNode schema) {
        return Document.texts(schema.has("const") ? schema.path("const") : schema.path("enum"));
    }

    private void alternatives(JsonNode old, JsonNode young, String at, int depth) {
        for (String kind : List.of("oneOf", "anyOf")) {
            int was = old.path(kind).size();
            int is = young.path(kind).size();
            if (whom == For.SENDERS ? is < was : was > 0 && is > was) {
                broken.add("%s has %d alternatives, no longer %d".formatted(name(at), is, was));
            }
            for (int i = 0; i < Math.min(was, is); i++) {
                compare(old.path(kind).path(i), young.path(kind).path(i), at, depth + 1);
            }
        }
    }

    private void bounds(JsonNode old, JsonNode young, String at) {
        for (String least : List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")) {
            double now = young.path(least).asDouble(Double.NEGATIVE_INFINITY);
            boolean trivial = !least.endsWith("nimum") && now <= 0;
            if (!trivial && now > old.path(least).asDouble(Double.NEGATIVE_INFINITY)) {
                broken.add("%s has the %s %s now".formatted(name(at), least, young.path(least)));
            }
        }
        for (String most : List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")) {
            if (young.path(most).asDouble(Double.POSITIVE_INFINITY)
                    < old.path(most).asDouble(Double.POSITIVE_INFINITY)) {
                broken.add("%s has the %s %s now".formatted(name(at), most, young.path(most)));
            }
        }
        if (young.has("pattern") && !young.path("pattern").equals(old.path("pattern"))) {
            broken.add(name(at) + " has another pattern");
        }
    }

    private void properties(JsonNode old, JsonNode young, String at, int depth) {
        Set<String> was = Document.texts(old.path("required"));
        Set<String> is = Document.texts(young.path("required"));
        if (whom == For.SENDERS) {
            less(is, was).forEach(name -> broken.add(at + "/" + name + " is required now"));
        } else {
            less(was, is).stream()
                    .filter(name -> young.path("properties").has(name))
                    .forEach(name -> broken.add(at + "/" + name + " may now be absent"));
        }
        boolean open = whom == For.SENDERS && young.path("additionalProperties").asBoolean(true);
        old.path("properties").properties().forEach(property -> {
            String place = at + "/" + property.getKey();
            JsonNode there = young.path("properties").path(property.getKey());
            if (there.isMissingNode() && !open) {
                broken.add(place + " is gone");
            }
            compare(property.getValue(), there, place, depth + 1);
        });
    }

    private static String name(String at) {
        return at.isEmpty() ? "the whole" : at;
    }
}
