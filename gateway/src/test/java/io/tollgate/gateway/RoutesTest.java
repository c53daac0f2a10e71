package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

class RoutesTest extends RunningGateway {
    @Autowired
    GatewayProperties gateway;

    @Autowired
    ConfigurableEnvironment environment;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/nothing",
                "/v1/orders/",
                "/v1/orders/a/b/c",
                "/internal/v1/credential-changes?after=0",
                "/internal/v1/passwords/verify",
                "/v1/internal",
                "/healthz",
                "/metrics",
                "/actuator/gateway/routes"
            })
    void what_is_no_route_does_not_exist(String path) {
        problem(send(signedIn(path)), 404, "not-found");

        assertThat(USERS.asked("/internal/v1/credential-changes?after=0")).isZero();
    }

    @Test
    void a_method_that_does_not_exist_is_told_which_do() {
        HttpResponse<String> answer = send(signedIn("/v1/orders").method("PATCH", BodyPublishers.ofString("{}")));

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
        problem(send(signedIn("/v1/orders/ord_1").DELETE()), 405, "method-not-allowed");
    }

    @Test
    void head_is_answered_as_get_without_a_body() {
        HttpResponse<String> answer = send(signedIn("/v1/orders").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ORDERS.last().method()).isEqualTo("HEAD");
        assertThat(send(request("/v1/orders").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void no_route_leads_to_an_internal_operation() {
        assertThat(gateway.getRoutes()).isNotEmpty().allSatisfy(route -> assertThat(path(route))
                .matches("/v1/.+|/admin/v1/.+"));
    }

    /** Routes under the old prefix would silently replace the others. */
    @Test
    void nothing_is_configured_under_the_gateways_old_prefix() {
        Stream<String> names = environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));

        assertThat(names.filter(name -> name.startsWith("spring.cloud.gateway.")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("spring.cloud.gateway.server.webflux."));
    }

    private static String path(RouteDefinition route) {
        return route.getPredicates().stream()
                .filter(predicate -> predicate.getName().equals("Path"))
                .flatMap(predicate -> predicate.getArgs().values().stream())
                .findFirst()
                .orElseThrow();
    }
}
