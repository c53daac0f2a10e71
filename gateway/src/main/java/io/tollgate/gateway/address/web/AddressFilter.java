package io.tollgate.gateway.address.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.address.AddressRefused;
import io.tollgate.gateway.address.AddressRules;
import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.address.IpAddress;
import io.tollgate.gateway.address.TrustedProxies;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out where a request comes from, and hears nothing from where the gateway does not listen to anybody. */
@Component
final class AddressFilter implements WebFilter, Ordered {
    private final ApplicationContext context;
    private final TrustedProxies proxies;
    private final AddressRules rules;
    private final Counter refused;

    AddressFilter(ApplicationContext context, TrustedProxies proxies, AddressRules rules, MeterRegistry meters) {
        this.context = context;
        this.proxies = proxies;
        this.rules = rules;
        this.refused = meters.counter("tollgate.gateway.addresses.refused", "level", "gateway");
    }

    @Override
    public int getOrder() {
        return FilterOrder.ADDRESS;
    }

    /** Not on the management port, whose context inherits this filter. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getApplicationContext() == context ? heard(exchange, chain) : chain.filter(exchange);
    }

    private Mono<Void> heard(ServerWebExchange exchange, WebFilterChain chain) {
        ClientAddress client = client(exchange.getRequest());
        client.keep(exchange.getAttributes());
        if (!rules.admit(client)) {
            refused.increment();
            return Mono.error(new AddressRefused.NotAllowed(AddressRefused.Level.GATEWAY));
        }
        return chain.filter(exchange);
    }

    private ClientAddress client(ServerHttpRequest request) {
        IpAddress peer = IpAddress.of(request.getRemoteAddress().getAddress());
        return proxies.client(peer, said(request, ClientAddress.FORWARDED), said(request, ClientAddress.FORWARDED_FOR));
    }

    private static Optional<String> said(ServerHttpRequest request, String header) {
        List<String> lines = request.getHeaders().getOrEmpty(header);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }
}
