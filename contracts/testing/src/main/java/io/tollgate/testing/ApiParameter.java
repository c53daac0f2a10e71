package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A parameter of an operation: in its path, its query or its headers. */
record ApiParameter(String name, String in, boolean required, ApiSchema schema) {
    static ApiParameter at(ApiDocument document, String pointer) {
        JsonNode said = document.at(pointer);
        return new ApiParameter(
                said.path("name").asText(),
                said.path("in").asText(),
                said.path("required").asBoolean(),
                new ApiSchema(document, pointer + "/schema"));
    }

    boolean allows(String text) {
        return schema.allows(typed(text));
    }

    private JsonNode typed(String text) {
        return switch (schema.type()) {
            case "integer" ->
                text.matches("-?[0-9]{1,18}") ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.matches("true|false") ? BooleanNode.valueOf(Boolean.parseBoolean(text)) : TextNode.valueOf(text);
            default -> TextNode.valueOf(text);
        };
    }
}
