package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ApiContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteDefinition;

class GatewayContractTest extends RunningGateway {
    private static final List<String> SERVICES = List.of("users", "products", "orders", "payments");

    @Autowired
    GatewayProperties gateway;

    @Test
    void the_document_of_the_gateways_own_answers_is_sound() {
        ApiContract.of("gateway").assertSound();
    }

    @Test
    void every_documented_operation_has_a_route_and_every_route_is_documented() {
        Set<String> documented = SERVICES.stream()
                .flatMap(service -> ApiContract.of(service).operations().stream())
                .filter(operation -> !operation.contains(" /internal/"))
                .collect(Collectors.toSet());

        assertThat(gateway.getRoutes().stream().flatMap(GatewayContractTest::operations))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    private static Stream<String> operations(RouteDefinition route) {
        String path = arguments(route, "Path").findFirst().orElseThrow();
        return arguments(route, "Method").map(method -> method + ' ' + path);
    }

    private static Stream<String> arguments(RouteDefinition route, String predicate) {
        return route.getPredicates().stream()
                .filter(definition -> definition.getName().equals(predicate))
                .flatMap(definition -> definition.getArgs().values().stream());
    }
}
