package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SchemaLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An OpenAPI 3.1 document; a place in it is named by a JSON Pointer. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private final String file;
    private final JsonNode root;
    private final List<ApiOperation> operations = new ArrayList<>();

    ApiDocument(String file) {
        this.file = file;
        this.root = read(file);
        root.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(member -> addOperation(path.getKey(), member.getKey())));
    }

    List<ApiOperation> operations() {
        return operations;
    }

    /** A path without a parameter wins over one with: /v1/users/me is not /v1/users/{id}. */
    ApiOperation operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .min((a, b) -> Integer.compare(a.parameters(), b.parameters()))
                .orElseThrow(() -> new AssertionError(file + " has no operation " + method + " " + path));
    }

    /** All that the operations ask for. */
    String[] scopes() {
        return operations.stream()
                .flatMap(operation -> operation.scopes().stream())
                .distinct()
                .toArray(String[]::new);
    }

    List<String> flaws() {
        return new ApiFlaws(this, root).all();
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** Where a pointer leads when the place itself only refers to another one of this document. */
    String resolve(String pointer) {
        JsonNode reference = root.at(pointer).path("$ref");
        return reference.isTextual() ? resolve(reference.asText().substring(1)) : pointer;
    }

    List<String> violations(String schemaPointer, JsonNode value) {
        return Contract.violations(schema(schemaPointer), value);
    }

    /** Reads a schema with all that it refers to; what is wrong with it is thrown. */
    void requireReadable(String schemaPointer) {
        schema(schemaPointer).initializeValidators();
    }

    static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        return file;
    }

    private JsonSchema schema(String pointer) {
        return Schemas.API.getSchema(SchemaLocation.of("classpath:" + file + '#' + percentEncoded(pointer)));
    }

    /** A pointer is the fragment of an address there, in which braces may not stand as they are. */
    private static String percentEncoded(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }

    private void addOperation(String path, String method) {
        if (METHODS.contains(method)) {
            operations.add(new ApiOperation(this, method.toUpperCase(), path));
        }
    }

    private static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(Contract.file(file));
        } catch (IOException malformed) {
            throw new AssertionError(file + " is no YAML", malformed);
        }
    }
}
