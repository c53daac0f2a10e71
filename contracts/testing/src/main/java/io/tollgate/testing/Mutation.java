package io.tollgate.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A body with one thing wrong, or odd, and where that is. */
record Mutation(String what, String pointer, JsonNode body) {
    /** The body without the property, if the property is null. */
    JsonNode withoutNull() {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode copy = body.deepCopy();
        if (body.at(at).isNull() && !at.matches() && copy.at(at.head()) instanceof ObjectNode parent) {
            parent.remove(at.last().getMatchingProperty());
        }
        return copy;
    }
}
