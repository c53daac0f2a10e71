package io.tollgate.telemetry;

import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.TracingProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** Decides what may begin a trace, so that traces tell of work and not of housekeeping. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@EnableConfigurationProperties(TracingProperties.class)
public class TraceEntryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static Sampler traceEntrySampler(TracingProperties tracing) {
        double probability = tracing.getSampling().getProbability();
        return Sampler.parentBased(new WorkOnlySampler(Sampler.traceIdRatioBased(probability)));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ServerRequestObservationContext.class)
    static class Operations {

        @Bean
        static ObservationPredicate operationsAreNotObserved() {
            return new OperationsRequests();
        }
    }
}
