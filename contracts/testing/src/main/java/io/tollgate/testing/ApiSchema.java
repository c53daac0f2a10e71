package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A schema within a document, by its place: what it says itself, what it refers to, and what it is composed of. */
record ApiSchema(ApiDocument document, String pointer) {
    /** A keyword as said here, or else by a schema that this one refers to or includes. */
    JsonNode keyword(String name) {
        return parts().map(part -> document.at(part).path(name))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Without null, which is a type beside another one. */
    String type() {
        JsonNode type = keyword("type");
        if (type.isArray()) {
            return Stream.of(type.get(0), type.path(1))
                    .map(JsonNode::asText)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        boolean object = type.isMissingNode() && !properties().isEmpty();
        return object ? "object" : type.asText();
    }

    Map<String, ApiSchema> properties() {
        Map<String, ApiSchema> all = new LinkedHashMap<>();
        parts().forEach(part -> document.at(part + "/properties")
                .fieldNames()
                .forEachRemaining(name -> all.putIfAbsent(
                        name, new ApiSchema(document, part + "/properties/" + ApiDocument.escaped(name)))));
        return all;
    }

    List<String> required() {
        return parts().flatMap(part -> texts(document.at(part + "/required"))).toList();
    }

    Optional<ApiSchema> items() {
        return parts().map(part -> part + "/items")
                .filter(items -> document.at(items).isObject())
                .findFirst()
                .map(items -> new ApiSchema(document, items));
    }

    boolean allows(JsonNode value) {
        return document.violations(pointer, value).isEmpty();
    }

    /** The places that together are this schema; of alternatives the first. */
    private Stream<String> parts() {
        JsonNode here = document.at(pointer);
        Stream<String> referred = here.path("$ref").isTextual()
                ? Stream.of(here.path("$ref").asText().substring(1))
                : Stream.empty();
        Stream<String> included = IntStream.range(0, here.path("allOf").size()).mapToObj(i -> pointer + "/allOf/" + i);
        Stream<String> chosen = Stream.of("oneOf", "anyOf")
                .filter(name -> here.path(name).isArray())
                .map(name -> pointer + '/' + name + "/0");
        Stream<String> others = Stream.of(referred, included, chosen)
                .flatMap(places -> places)
                .flatMap(place -> new ApiSchema(document, place).parts());
        return Stream.concat(Stream.of(pointer), others);
    }

    private static Stream<String> texts(JsonNode list) {
        return IntStream.range(0, list.size()).mapToObj(i -> list.get(i).asText());
    }
}
