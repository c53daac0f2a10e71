package io.tollgate.gateway.caller.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.address.AddressRefused;
import io.tollgate.gateway.address.AddressRefused.Level;
import io.tollgate.gateway.address.AddressRules;
import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.plan.Plan;
import java.util.Locale;
import java.util.Map;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Compares where a request comes from with where its client's plan, and the client itself, may ask from. */
@Component
final class ClientNetworksFilter implements GlobalFilter, Ordered {
    private final MeterRegistry meters;

    ClientNetworksFilter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ADDRESS_RULES;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Map<String, Object> attributes = exchange.getAttributes();
        ClientAddress address = ClientAddress.of(attributes);
        require(Plan.of(attributes).networks(), address, Level.PLAN);
        require(KnownCaller.of(attributes).client().networks(), address, Level.CLIENT);
        return chain.filter(exchange);
    }

    private void require(AddressRules rules, ClientAddress address, Level level) {
        if (!rules.admit(address)) {
            String name = level.name().toLowerCase(Locale.ROOT);
            meters.counter("tollgate.gateway.addresses.refused", "level", name).increment();
            throw new AddressRefused.NotAllowed(level);
        }
    }
}
