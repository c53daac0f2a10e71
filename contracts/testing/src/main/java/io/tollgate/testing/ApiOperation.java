package io.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tollgate.testing.RecordedExchange.Half;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** One operation of an OpenAPI document, and what it has to say to an exchange that claims to be it. */
record ApiOperation(ApiDocument document, String method, String path) {
    String name() {
        return method + " " + path;
    }

    String id() {
        return document.at(pointer()).path("operationId").asText();
    }

    boolean matches(String requested) {
        return Pattern.matches(path.replaceAll("\\{[^}]+}", "[^/]+"), requested);
    }

    int parameters() {
        return path.split("\\{", -1).length - 1;
    }

    /** What the operation takes in its path, its query or its headers. */
    List<ApiParameter> parameters(String in) {
        return parameterPlaces()
                .map(at -> ApiParameter.at(document, at))
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    /** Whether it says what the API client must be allowed to; an empty list says that any may. */
    boolean saysScopes() {
        return document.at(pointer()).path("x-scopes").isArray();
    }

    /** What the API client must be allowed to. */
    List<String> scopes() {
        return texts("x-scopes");
    }

    /** The users' roles that may; {@code user} is every user, {@code none} an application alone, {@code gateway} no other. */
    List<String> roles() {
        return texts("x-roles");
    }

    /**
     * Who reaches the object in the path: its {@code owner} through the API client that made it, its {@code user} through any,
     * {@code everyone}, or the roles that reach all of them.
     */
    List<String> ownership() {
        return texts("x-ownership");
    }

    /** Whether it is for others than the object's owner, whatever role that user has. */
    boolean isForOthersOnly() {
        return document.at(pointer()).path("x-own").asText().equals("refused");
    }

    private List<String> texts(String member) {
        JsonNode list = document.at(pointer()).path(member);
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(i).asText())
                .toList();
    }

    /** Of the body, which is JSON in one of its dialects. */
    Optional<ApiSchema> requestSchema() {
        return requestMediaType().isEmpty()
                ? Optional.empty()
                : Optional.of(new ApiSchema(document, requestContent() + "/schema"));
    }

    String requestMediaType() {
        Iterator<String> mediaTypes = document.at(document.resolve(pointer() + "/requestBody") + "/content")
                .fieldNames();
        return mediaTypes.hasNext() ? mediaTypes.next() : "";
    }

    /** By name; one alone has none. */
    Map<String, JsonNode> requestExamples() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        JsonNode alone = document.at(requestContent() + "/example");
        if (!alone.isMissingNode()) {
            all.put("", alone);
        }
        String named = requestContent() + "/examples";
        document.at(named)
                .fieldNames()
                .forEachRemaining(name -> all.put(
                        name, document.at(document.resolve(named + '/' + ApiDocument.escaped(name)) + "/value")));
        return all;
    }

    /** Those that the operation documents, {@code default} left out. */
    List<Integer> statuses() {
        List<Integer> all = new ArrayList<>();
        document.at(pointer() + "/responses").fieldNames().forEachRemaining(status -> {
            if (status.matches("[0-9]+")) {
                all.add(Integer.parseInt(status));
            }
        });
        return all;
    }

    private String requestContent() {
        return document.resolve(pointer() + "/requestBody") + "/content/" + ApiDocument.escaped(requestMediaType());
    }

    List<String> disagreements(RecordedExchange exchange) {
        String response = responseTo(exchange.status());
        if (document.at(response).isMissingNode()) {
            return List.of("status " + exchange.status() + " is not documented");
        }
        String answer = document.resolve(response);
        List<String> all = new ArrayList<>(body("the answer", answer, exchange.response()));
        document.at(answer)
                .path("headers")
                .fieldNames()
                .forEachRemaining(name -> all.addAll(header(
                        name,
                        answer + "/headers/" + ApiDocument.escaped(name),
                        exchange.response().headers())));
        // a refused request may be anything; one that succeeded must have been a documented one
        if (exchange.successful()) {
            all.addAll(body("the request", document.resolve(pointer() + "/requestBody"), exchange.request()));
            requestHeaders()
                    .forEach(at -> all.addAll(header(
                            document.at(at).path("name").asText(),
                            at,
                            exchange.request().headers())));
        }
        return all;
    }

    /** A default stands for refusals only: what succeeds is documented by its own status. */
    private String responseTo(int status) {
        String exact = pointer() + "/responses/" + status;
        return document.at(exact).isMissingNode() && status >= 400 ? pointer() + "/responses/default" : exact;
    }

    private List<String> body(String who, String at, Half half) {
        String content = at + "/content";
        if (half.body().length == 0) {
            // a stream of events is left when it has begun
            boolean wanted = !document.at(content).isMissingNode()
                    && !half.mediaType().isEmpty()
                    && !half.mediaType().startsWith("text/event-stream");
            return wanted ? List.of(who + " has no body") : List.of();
        }
        String mediaType = content + '/' + ApiDocument.escaped(half.mediaType());
        if (document.at(mediaType).isMissingNode()) {
            return List.of(who + " is not documented as '" + half.mediaType() + "'");
        }
        return document.violations(mediaType + "/schema", Contract.tree(half.body())).stream()
                .map(violation -> who + ": " + violation)
                .toList();
    }

    private List<String> header(String name, String at, HttpHeaders headers) {
        String header = document.resolve(at);
        String value = headers.getFirst(name);
        if (value == null) {
            boolean required = document.at(header).path("required").asBoolean();
            return required ? List.of("header " + name + " is missing") : List.of();
        }
        boolean number = document.at(header).at("/schema/type").asText().equals("integer");
        JsonNode sent = number && value.matches("[0-9]{1,9}")
                ? IntNode.valueOf(Integer.parseInt(value))
                : TextNode.valueOf(value);
        return document.violations(header + "/schema", sent).stream()
                .map(violation -> "header " + name + ": " + violation)
                .toList();
    }

    private Stream<String> parameterPlaces() {
        String ofPath = "/paths/" + ApiDocument.escaped(path) + "/parameters";
        return Stream.of(ofPath, pointer() + "/parameters")
                .flatMap(list -> IntStream.range(0, document.at(list).size()).mapToObj(i -> list + '/' + i))
                .map(document::resolve);
    }

    private List<String> requestHeaders() {
        return parameterPlaces()
                .filter(parameter -> document.at(parameter).path("in").asText().equals("header"))
                .toList();
    }

    String pointer() {
        return "/paths/" + ApiDocument.escaped(path) + '/' + method.toLowerCase();
    }
}
