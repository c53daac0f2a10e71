package io.tollgate.gateway.routing.web;

import io.tollgate.gateway.routing.Listener;
import io.tollgate.gateway.routing.RoutingRefused;
import io.tollgate.gateway.trace.RequestTrace;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the route by an index instead of asking one after the other, and knows 405 from 404. */
final class IndexedRoutes extends RoutePredicateHandlerMapping {
    private final RouteIndex index;
    private final Mono<Map<String, Route>> routes;

    IndexedRoutes(
            RouteIndex index,
            FilteringWebHandler handler,
            RouteLocator locator,
            GlobalCorsProperties cors,
            Environment environment) {
        super(handler, locator, cors, environment);
        this.index = index;
        this.routes = locator.getRoutes().collectMap(Route::getId).cache();
    }

    /** The management port's context inherits this mapping, and must not have it. */
    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        return exchange.getApplicationContext() == obtainApplicationContext()
                ? super.getHandlerInternal(exchange)
                : Mono.empty();
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        return Mono.deferContextual(context -> lookup(exchange, Listener.of(context)));
    }

    private Mono<Route> lookup(ServerWebExchange exchange, Listener listener) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        List<RouteIndex.Entry> candidates = index.withPath(path, listener);
        if (candidates.isEmpty()) {
            return Mono.error(new RoutingRefused.NoRoute());
        }
        String method = exchange.getRequest().getMethod().name();
        return candidates.stream()
                .filter(entry -> entry.methods().contains(method))
                .findFirst()
                .map(entry -> found(entry, exchange))
                .orElseGet(() -> Mono.error(new RoutingRefused.NoMethod(allowed(candidates))));
    }

    private Mono<Route> found(RouteIndex.Entry entry, ServerWebExchange exchange) {
        entry.rules().keep(exchange.getAttributes());
        RequestTrace trace = exchange.getAttribute(RequestTrace.ATTRIBUTE);
        if (trace != null) {
            trace.route(entry.rules().template());
        }
        return routes.map(byId -> byId.get(entry.id()));
    }

    private static TreeSet<String> allowed(List<RouteIndex.Entry> candidates) {
        TreeSet<String> methods = new TreeSet<>();
        candidates.forEach(entry -> methods.addAll(entry.methods()));
        return methods;
    }
}
