package io.tollgate.telemetry;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets work that waited in a row go on in its trace. */
@AutoConfiguration(after = {ObservationAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class})
public class ResumableTraceAutoConfiguration {
    @Bean
    ResumableTraces resumableTraces(
            ObjectProvider<ObservationRegistry> registry, ObjectProvider<Propagator> propagator) {
        return new ResumableTraces(
                registry.getIfAvailable(() -> ObservationRegistry.NOOP),
                propagator.stream().findFirst());
    }
}
