package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.server.WebFilter;

class FilterOrderTest extends RunningGateway {
    @Autowired
    List<WebFilter> webFilters;

    @Autowired
    List<GlobalFilter> globalFilters;

    @Test
    void what_holds_for_every_request_runs_in_this_order() {
        assertThat(namesInOrder(webFilters))
                .containsExactly(
                        "TraceFilter",
                        "RequestIdFilter",
                        "RefusalFilter",
                        "FramingFilter",
                        "AddressFilter",
                        "BodyLimitFilter",
                        "WholeServerFilter");
    }

    @Test
    void what_depends_on_the_route_runs_in_this_order_and_nothing_of_the_stock_set_with_it() {
        assertThat(namesInOrder(globalFilters))
                .containsExactly(
                        "DeadlineFilter",
                        "AuthenticationFilter",
                        "UsageFilter",
                        "AuthorizationFilter",
                        "ClientNetworksFilter",
                        "ConcurrencyFilter",
                        "PlanLimitFilter",
                        "QuotaFilter",
                        "CallerTokenFilter",
                        "UpstreamFilter");
    }

    private static List<String> namesInOrder(List<?> filters) {
        return filters.stream()
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .map(filter -> filter.getClass().getSimpleName())
                .toList();
    }
}
