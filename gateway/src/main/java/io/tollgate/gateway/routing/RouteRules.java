package io.tollgate.gateway.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a route demands of its callers, from its metadata.
 *
 * @param template the path as the route names it
 * @param operations its operations by their methods, as the OpenAPI names them
 * @param audience the application name of the service behind it
 * @param scope what the API client must be allowed to do; {@code any} demands nothing
 * @param userRequired whether a signed-in user must act
 * @param stream whether the answer goes on for minutes, each piece of it wanted at once
 */
public record RouteRules(
        String template,
        Map<String, String> operations,
        String audience,
        String scope,
        boolean userRequired,
        boolean stream) {
    private static final String ATTRIBUTE = RouteRules.class.getName();
    private static final String ANY_SCOPE = "any";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Refuses a route that leaves something open: the start stops with this sentence. */
    public static RouteRules read(String route, String template, Map<String, Object> metadata) {
        return new RouteRules(
                template,
                operations(template),
                text(route, metadata, "audience"),
                text(route, metadata, "scope"),
                isRequired(route, text(route, metadata, "user")),
                Boolean.TRUE.equals(metadata.get("stream")));
    }

    /** Of the route that was found for a request. */
    public static RouteRules of(Map<String, Object> attributes) {
        return (RouteRules) attributes.get(ATTRIBUTE);
    }

    /** Whether only some clients may. */
    public boolean scopeRequired() {
        return !scope.equals(ANY_SCOPE);
    }

    /** By which way in the route can be reached. */
    public Listener listener() {
        return Listener.serving(template);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }

    /** What is asked for, as the OpenAPI names it: {@code GET /v1/orders/{orderId}}. */
    public String operation(String method) {
        String known = operations.get(method);
        return known == null ? method + " " + template : known;
    }

    /** Written once: each request is counted under its operation several times. */
    private static Map<String, String> operations(String template) {
        Map<String, String> operations = new HashMap<>();
        METHODS.forEach(method -> operations.put(method, method + " " + template));
        operations.put("HEAD", "GET " + template);
        return Map.copyOf(operations);
    }

    private static boolean isRequired(String route, String user) {
        if (!user.equals("required") && !user.equals("optional")) {
            throw new IllegalStateException("route " + route + ": user is required or optional");
        }
        return user.equals("required");
    }

    private static String text(String route, Map<String, Object> metadata, String name) {
        if (metadata.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalStateException("route " + route + " has no " + name + " in its metadata");
    }
}
