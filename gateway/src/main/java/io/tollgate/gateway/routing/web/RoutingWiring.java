package io.tollgate.gateway.routing.web;

import io.tollgate.values.InvalidVariable;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the indexed lookup in the place of the gateway's own, and refuses routes that lead nowhere. */
@Configuration(proxyBeanMethods = false)
class RoutingWiring {
    /** The default of the services' variables in routes.yml, so that a missing one is said by its name. */
    private static final String MISSING = "missing";

    @Bean
    RouteIndex routeIndex(GatewayProperties properties) {
        List<RouteDefinition> routes = properties.getRoutes();
        routes.forEach(RoutingWiring::requireService);
        return new RouteIndex(routes);
    }

    @Bean
    RoutePredicateHandlerMapping routePredicateHandlerMapping(
            RouteIndex index,
            FilteringWebHandler handler,
            RouteLocator locator,
            GlobalCorsProperties cors,
            Environment environment) {
        return new IndexedRoutes(index, handler, locator, cors, environment);
    }

    private static void requireService(RouteDefinition route) {
        URI service = route.getUri();
        if (MISSING.equals(service.getScheme())) {
            throw InvalidVariable.missing(service.getAuthority());
        }
    }
}
