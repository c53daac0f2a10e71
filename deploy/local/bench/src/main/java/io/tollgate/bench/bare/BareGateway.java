package io.tollgate.bench.bare;

import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.server.WebFilter;

/** Laid on the class path of a gateway, takes everything out of it that asks who a client is and how much it may. */
public final class BareGateway implements ApplicationContextInitializer<GenericApplicationContext> {
    static final List<String> LEFT_OUT = List.of(
            "authenticationFilter",
            "usageFilter",
            "authorizationFilter",
            "clientNetworksFilter",
            "concurrencyFilter",
            "planLimitFilter",
            "quotaFilter",
            "callerTokenFilter",
            "refusalFilter");
    private static final String AUTHORIZATION = "io.tollgate.gateway.routing.OutgoingHeaders.authorization";

    @Override
    public void initialize(GenericApplicationContext context) {
        context.addBeanFactoryPostProcessor(BareGateway::leaveOut);
        context.registerBean("nobody", WebFilter.class, BareGateway::nobody);
    }

    /** One that is missing was renamed: what is measured would not be what is said. */
    private static void leaveOut(ConfigurableListableBeanFactory factory) {
        LEFT_OUT.forEach(((BeanDefinitionRegistry) factory)::removeBeanDefinition);
    }

    /** Services get the header that the gateway cannot do without. */
    private static WebFilter nobody() {
        return (exchange, chain) -> {
            exchange.getAttributes().put(AUTHORIZATION, "Bearer nobody");
            return chain.filter(exchange);
        };
    }
}
