package io.tollgate.gateway.routing.web;

import io.tollgate.gateway.routing.Listener;
import io.tollgate.gateway.routing.RouteRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.cloud.gateway.handler.predicate.PredicateDefinition;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which route has a path and a method, found without asking every route. */
final class RouteIndex {
    private static final Set<String> UNDERSTOOD = Set.of("Path", "Method");

    private final Map<String, List<Entry>> byStart = new TreeMap<>();

    RouteIndex(Collection<RouteDefinition> routes) {
        routes.forEach(this::add);
        byStart.values()
                .forEach(entries -> entries.sort((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path, b.path)));
    }

    /** The routes with this path by this way in, whatever their methods; the most specific first. */
    List<Entry> withPath(PathContainer path, Listener listener) {
        return byStart.getOrDefault(start(path.value()), List.of()).stream()
                .filter(entry -> entry.rules.listener() == listener)
                .filter(entry -> entry.path.matches(path))
                .toList();
    }

    Collection<Entry> all() {
        return byStart.values().stream().flatMap(List::stream).toList();
    }

    private void add(RouteDefinition route) {
        String path = argument(route, "Path")
                .orElseThrow(() -> new IllegalStateException("route " + route.getId() + " has no Path"));
        Set<String> methods = new TreeSet<>(List.of(argument(route, "Method")
                .orElseThrow(() -> new IllegalStateException("route " + route.getId() + " has no Method"))
                .split(",")));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        refuseUnknown(route);
        PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
        RouteRules rules = RouteRules.read(route.getId(), path, route.getMetadata());
        byStart.computeIfAbsent(start(path), first -> new ArrayList<>())
                .add(new Entry(route.getId(), pattern, methods, rules));
    }

    private static void refuseUnknown(RouteDefinition route) {
        route.getPredicates().stream()
                .map(PredicateDefinition::getName)
                .filter(name -> !UNDERSTOOD.contains(name))
                .forEach(name -> {
                    throw new IllegalStateException("route " + route.getId() + " has a predicate " + name
                            + ": only Path and Method are understood");
                });
    }

    private static Optional<String> argument(RouteDefinition route, String predicate) {
        return route.getPredicates().stream()
                .filter(definition -> definition.getName().equals(predicate))
                .map(definition -> String.join(",", definition.getArgs().values()))
                .findFirst();
    }

    /** The first two segments, which no route leaves open: {@code /v1/orders}. */
    private static String start(String path) {
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        return third < 0 ? path : path.substring(0, third);
    }

    /** One route. */
    record Entry(String id, PathPattern path, Set<String> methods, RouteRules rules) {}
}
