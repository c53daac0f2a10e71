package io.tollgate.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.propagation.Propagator;
import io.tollgate.database.Migrations;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Everything between a committed row here and a committed row there. */
@AutoConfiguration(
        after = {R2dbcAutoConfiguration.class, TransactionAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration"
        })
@EnableConfigurationProperties(DeliveryProperties.class)
@Import({OutboxConfiguration.class, InboxConfiguration.class, WatchdogConfiguration.class})
public class DeliveryAutoConfiguration {

    @Bean
    static BusAddress busAddress(Environment environment) {
        return new BusAddress(environment);
    }

    @Bean
    Migrations deliveryMigrations() {
        return new Migrations("delivery", List.of("classpath:io/tollgate/delivery/migration"));
    }

    @Bean
    MessageJson messageJson() {
        return new MessageJson();
    }

    @Bean
    TraceCarrier traceCarrier(ObjectProvider<ObservationRegistry> registry, ObjectProvider<Propagator> propagator) {
        return new TraceCarrier(
                registry.getIfAvailable(() -> ObservationRegistry.NOOP),
                Optional.ofNullable(propagator.getIfAvailable()));
    }

    @Bean
    DeliveryMeters deliveryMeters(ObjectProvider<MeterRegistry> registry) {
        return new DeliveryMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** The registry of the application, or one of its own where nobody counts. */
    record DeliveryMeters(MeterRegistry registry) {}
}
