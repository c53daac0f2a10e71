package io.tollgate.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** An OpenAPI document or a message's schema, in which references lead to other places of itself. */
record Document(JsonNode root) {
    private static final ObjectMapper YAML = new YAMLMapper();

    static Document read(Path file) {
        try {
            return new Document(YAML.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a place says together with what it refers to and includes. */
    JsonNode resolved(JsonNode place) {
        if (!place.isObject() || !place.has("$ref") && !place.has("allOf")) {
            return place;
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (place.has("$ref")) {
            add(whole, resolved(root.at(place.path("$ref").asText().substring(1))));
        }
        place.path("allOf").forEach(part -> add(whole, resolved(part)));
        ObjectNode own = place.deepCopy();
        own.remove(Set.of("$ref", "allOf"));
        add(whole, own);
        return whole;
    }

    private static void add(ObjectNode whole, JsonNode part) {
        part.properties().forEach(member -> {
            JsonNode there = whole.path(member.getKey());
            if (member.getKey().equals("properties") && there instanceof ObjectNode properties) {
                properties.setAll((ObjectNode) member.getValue());
            } else if (member.getKey().equals("required") && there.isArray()) {
                Set<JsonNode> both = new LinkedHashSet<>();
                there.forEach(both::add);
                member.getValue().forEach(both::add);
                whole.set("required", JsonNodeFactory.instance.arrayNode().addAll(both));
            } else {
                whole.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }

    static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        if (list.isArray()) {
            list.forEach(item -> texts.add(item.asText()));
        } else if (!list.isMissingNode()) {
            texts.add(list.asText());
        }
        return texts;
    }
}
