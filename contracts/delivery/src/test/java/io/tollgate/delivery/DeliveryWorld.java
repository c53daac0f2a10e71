package io.tollgate.delivery;

import io.tollgate.testing.MutableClock;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** A bank without a bus: what would be sent is remembered, and nothing goes round by itself. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FakeBroker.class, Deposits.class})
class DeliveryWorld {

    @Bean
    MutableClock clock() {
        return MutableClock.atNoon();
    }

    @Bean
    Bank bank(DatabaseClient client) {
        return new Bank(client);
    }

    @Bean
    Receiver receiver(Receivers receivers, Deposits deposits) {
        receivers.receiver("bank", List.of(deposits));
        return receivers.find("bank").orElseThrow();
    }

    /** The tests go round themselves, one step at a time. */
    @Bean
    static BeanDefinitionRegistryPostProcessor noLoops() {
        return registry -> {
            for (String name : registry.getBeanDefinitionNames()) {
                if (name.endsWith("Loop")) {
                    remove(registry, name);
                }
            }
        };
    }

    private static void remove(BeanDefinitionRegistry registry, String name) {
        registry.removeBeanDefinition(name);
    }
}
