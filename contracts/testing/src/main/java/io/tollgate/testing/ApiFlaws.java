package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with an OpenAPI document in itself. */
final class ApiFlaws {
    private final ApiDocument document;
    private final JsonNode root;
    private final List<String> flaws = new ArrayList<>();

    ApiFlaws(ApiDocument document, JsonNode root) {
        this.document = document;
        this.root = root;
    }

    List<String> all() {
        if (!root.path("openapi").asText().startsWith("3.1")) {
            flaws.add("it is not OpenAPI 3.1");
        }
        walk("", root);
        root.at("/components/schemas").fieldNames().forEachRemaining(name -> schema("/components/schemas/" + name));
        names();
        document.operations().forEach(this::declaration);
        return flaws;
    }

    private void walk(String at, JsonNode node) {
        String reference = node.path("$ref").asText("");
        if (reference.startsWith("#") && root.at(reference.substring(1)).isMissingNode()) {
            flaws.add(at + " refers to " + reference + ", which does not exist");
        }
        if (node.path("schema").isObject()) {
            schema(at + "/schema");
        }
        if (node.has("schema") && node.has("example")) {
            example(at + "/schema", at + "/example", node.path("example"));
        }
        if (node.has("schema") && node.has("examples")) {
            node.path("examples").fieldNames().forEachRemaining(name -> named(at, name));
        }
        node.properties().forEach(member -> walk(at + '/' + ApiDocument.escaped(member.getKey()), member.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(at + '/' + i, node.get(i));
        }
    }

    private void schema(String at) {
        try {
            document.requireReadable(at);
        } catch (RuntimeException unreadable) {
            flaws.add(at + ": " + unreadable.getMessage());
        }
    }

    private void named(String at, String name) {
        String example = document.resolve(at + "/examples/" + ApiDocument.escaped(name));
        example(at + "/schema", example, document.at(example + "/value"));
    }

    private void example(String schema, String at, JsonNode value) {
        document.violations(schema, value).forEach(violation -> flaws.add(at + ": " + violation));
    }

    /** Who may is said where the operation is; the role matrix is made of it. */
    private void declaration(ApiOperation operation) {
        if (!operation.saysScopes()) {
            flaws.add(operation.name() + " says no x-scopes, such as ['orders:read'], or [] when any client may");
        }
        if (operation.roles().isEmpty()) {
            flaws.add(operation.name() + " says no x-roles: [user], [none, user], roles by name, or [gateway]");
        }
        if (operation.path().contains("{") && operation.ownership().isEmpty()) {
            flaws.add(operation.name()
                    + " says no x-ownership: [everyone], or [owner] or [user] and the roles that reach all");
        }
        if (operation.requestSchema().isPresent() && operation.requestExamples().isEmpty()) {
            flaws.add(operation.name() + " has no example of its request");
        }
    }

    private void names() {
        Set<String> names = new HashSet<>();
        for (ApiOperation operation : document.operations()) {
            String name = document.at(operation.pointer()).path("operationId").asText();
            if (name.isEmpty() || !names.add(name)) {
                flaws.add(operation.name() + " has no operationId of its own: '" + name + "'");
            }
        }
    }
}
