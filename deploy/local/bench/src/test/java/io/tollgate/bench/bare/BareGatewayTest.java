package io.tollgate.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.server.WebFilter;

class BareGatewayTest {
    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void all_that_knows_or_counts_callers_is_gone_and_the_rest_is_there() {
        BareGateway.LEFT_OUT.forEach(name -> context.registerBean(name, Object.class, Object::new));
        context.registerBean("upstreamFilter", Object.class, Object::new);

        start();

        assertThat(context.getBeanDefinitionNames())
                .contains("upstreamFilter")
                .doesNotContainAnyElementsOf(BareGateway.LEFT_OUT);
        assertThat(context.getBeansOfType(WebFilter.class)).hasSize(1);
    }

    @Test
    void a_gateway_whose_filters_have_other_names_does_not_start() {
        BareGateway.LEFT_OUT.stream().skip(1).forEach(name -> context.registerBean(name, Object.class, Object::new));

        assertThatThrownBy(this::start).isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    private void start() {
        new BareGateway().initialize(context);
        context.refresh();
    }
}
