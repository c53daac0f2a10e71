package io.tollgate.released;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tollgate.released.SchemaChange.For;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a change of an OpenAPI document breaks for the API clients that use the released one. */
final class ApiChange {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Document before;
    private final Document now;
    private final List<String> broken = new ArrayList<>();

    private ApiChange(Document before, Document now) {
        this.before = before;
        this.now = now;
    }

    static List<String> breaks(Document before, Document now) {
        ApiChange change = new ApiChange(before, now);
        Map<String, JsonNode> there = operations(now);
        operations(before).forEach((name, old) -> change.operation(name, old, there.get(name)));
        return change.broken;
    }

    /** By method and path; what its parameters are called is nothing that a caller sees. */
    private static Map<String, JsonNode> operations(Document document) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        document.root().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> all.put(
                        member.getKey().toUpperCase() + ' ' + path.getKey().replaceAll("\\{[^}]+}", "{}"),
                        member.getValue())));
        return all;
    }

    private void operation(String name, JsonNode old, JsonNode young) {
        List<String> flaws = new ArrayList<>();
        if (young == null) {
            flaws.add("is gone");
        } else {
            access(old, young, flaws);
            parameters(old, young, flaws);
            body(old, young, flaws);
            answers(old, young, flaws);
        }
        Set<String> scopes = Document.texts(old.path("x-scopes"));
        flaws.forEach(flaw -> broken.add("%s %s, which breaks %s".formatted(name, flaw, users(scopes))));
    }

    private static String users(Set<String> scopes) {
        return scopes.contains("internal") ? "the gateway" : "API clients with the scope " + String.join(", ", scopes);
    }

    private static void access(JsonNode old, JsonNode young, List<String> flaws) {
        Set<String> was = Document.texts(old.path("x-scopes"));
        Document.texts(young.path("x-scopes")).stream()
                .filter(scope -> !was.contains(scope))
                .forEach(scope -> flaws.add("needs the scope " + scope + " now"));
        Set<String> roles = Document.texts(young.path("x-roles"));
        Document.texts(old.path("x-roles")).stream()
                .filter(role -> !roles.contains(role) && !(roles.contains("user") && !role.equals("none")))
                .forEach(role -> flaws.add("is no longer for the role " + role));
    }

    private void parameters(JsonNode old, JsonNode young, List<String> flaws) {
        Map<String, JsonNode> was = parameters(before, old);
        Map<String, JsonNode> is = parameters(now, young);
        is.forEach((name, parameter) -> {
            boolean required = parameter.path("required").asBoolean();
            if (required
                    && !was.getOrDefault(name, MissingNode.getInstance())
                            .path("required")
                            .asBoolean()) {
                flaws.add("requires " + name + " now");
            }
        });
        was.forEach((name, parameter) -> {
            if (!is.containsKey(name)) {
                flaws.add("no longer takes " + name);
                return;
            }
            SchemaChange.breaks(
                            before, parameter.path("schema"), now, is.get(name).path("schema"), For.SENDERS)
                    .forEach(flaw -> flaws.add(name + ": " + flaw));
        });
    }

    private static Map<String, JsonNode> parameters(Document document, JsonNode operation) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        operation.path("parameters").forEach(place -> {
            JsonNode parameter = document.resolved(place);
            all.put(parameter.path("in").asText() + ' ' + parameter.path("name").asText(), parameter);
        });
        return all;
    }

    private void body(JsonNode old, JsonNode young, List<String> flaws) {
        JsonNode was = before.resolved(old.path("requestBody"));
        JsonNode is = now.resolved(young.path("requestBody"));
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            flaws.add("requires a body now");
        }
        content(was, is, For.SENDERS).forEach(flaw -> flaws.add("request: " + flaw));
    }

    private void answers(JsonNode old, JsonNode young, List<String> flaws) {
        old.path("responses").properties().forEach(response -> {
            String status = response.getKey();
            JsonNode there = young.path("responses").path(status);
            if (there.isMissingNode()) {
                flaws.add("no longer answers " + status);
                return;
            }
            JsonNode was = before.resolved(response.getValue());
            JsonNode is = now.resolved(there);
            Stream.concat(content(was, is, For.READERS).stream(), headers(was, is))
                    .forEach(flaw -> flaws.add("answer " + status + ": " + flaw));
        });
    }

    private static Stream<String> headers(JsonNode was, JsonNode is) {
        return was.path("headers").properties().stream()
                .map(Map.Entry::getKey)
                .filter(header -> !is.path("headers").has(header))
                .map(header -> "header " + header + " is gone");
    }

    private List<String> content(JsonNode was, JsonNode is, For whom) {
        List<String> flaws = new ArrayList<>();
        was.path("content").properties().forEach(media -> {
            JsonNode there = is.path("content").path(media.getKey());
            if (there.isMissingNode()) {
                flaws.add("no longer " + media.getKey());
            } else {
                flaws.addAll(
                        SchemaChange.breaks(before, media.getValue().path("schema"), now, there.path("schema"), whom));
            }
        });
        return flaws;
    }
}
