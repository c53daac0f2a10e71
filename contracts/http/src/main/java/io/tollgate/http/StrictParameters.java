package io.tollgate.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** Refuses query parameters that the operation does not have, and single ones that came twice; Spring ignores both. */
class StrictParameters extends RequestMappingHandlerMapping {
    private final Map<HandlerMethod, KnownParameters> known = new ConcurrentHashMap<>();

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod method, ServerWebExchange exchange) {
        super.handleMatch(info, method, exchange);
        var query = exchange.getRequest().getQueryParams();
        if (!query.isEmpty()) {
            known.computeIfAbsent(method, KnownParameters::of)
                    .problemOf(query)
                    .map(Problem::asRefusal)
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        }
    }
}
