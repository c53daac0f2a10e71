package io.tollgate.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** All bodies that differ from a valid one at one place; whether they are wrong is for the schema to say. */
final class Mutations {
    private static final List<String> NAMES =
            List.of("surprise", "__proto__", "", "a/b~c", "\u0000", "\ud83d\ude00", "ID");

    private final JsonNode valid;
    private final List<Mutation> all = new ArrayList<>();

    private Mutations(JsonNode valid) {
        this.valid = valid;
    }

    static List<Mutation> of(ApiSchema schema, JsonNode valid) {
        Mutations mutations = new Mutations(valid);
        mutations.walk(schema, valid, "");
        return mutations.all;
    }

    private void walk(ApiSchema schema, JsonNode value, String at) {
        OddValues.forAnything().forEach((what, odd) -> replace(what, at, odd));
        OddValues.forType(schema).forEach((what, odd) -> replace(what, at, odd));
        if (value instanceof ObjectNode object) {
            object(schema, object, at);
        }
        if (value instanceof ArrayNode array && schema.items().isPresent()) {
            for (int i = 0; i < array.size(); i++) {
                walk(schema.items().get(), array.get(i), at + '/' + i);
            }
            longer(schema, array, at);
        }
    }

    private void object(ApiSchema schema, ObjectNode object, String at) {
        for (String name : NAMES) {
            ObjectNode more = object.deepCopy();
            more.put(name, "x");
            replace("another property '" + name + "'", at, more);
        }
        schema.properties().forEach((name, property) -> {
            ObjectNode less = object.deepCopy();
            less.remove(name);
            replace("no property " + name, at, less);
            if (object.has(name)) {
                ObjectNode renamed = less.deepCopy();
                renamed.set(name.toUpperCase(), object.get(name));
                replace("property " + name + " in capitals", at, renamed);
                walk(property, object.get(name), at + '/' + ApiDocument.escaped(name));
            }
        });
    }

    private void longer(ApiSchema schema, ArrayNode array, String at) {
        int most = schema.keyword("maxItems").asInt(0);
        if (array.isEmpty() || most > 2000) {
            return;
        }
        ArrayNode repeated = array.deepCopy();
        while (repeated.size() <= Math.max(most, 300)) {
            repeated.add(array.get(0));
        }
        replace("too many items", at, repeated);
        ArrayNode twice = array.deepCopy();
        twice.add(array.get(0));
        replace("an item twice", at, twice);
    }

    private void replace(String what, String at, JsonNode value) {
        all.add(new Mutation(what, at, replaced(valid, JsonPointer.compile(at), value)));
    }

    private static JsonNode replaced(JsonNode root, JsonPointer at, JsonNode value) {
        if (at.matches()) {
            return value;
        }
        JsonNode copy = root.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(at.last().getMatchingIndex(), value);
        }
        return copy;
    }
}
