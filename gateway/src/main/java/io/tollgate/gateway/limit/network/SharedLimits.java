package io.tollgate.gateway.limit.network;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.Counts;
import io.tollgate.gateway.limit.LimitProperties;
import io.tollgate.gateway.limit.OwnCounts;
import io.tollgate.gateway.limit.SharedLimitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Whether this gateway counts alone or together with others. */
@Configuration(proxyBeanMethods = false)
class SharedLimits {
    @Bean
    @Primary
    Counts counts(OwnCounts own, Together together) {
        return together.counts().map(Counts.class::cast).orElse(own);
    }

    @Bean
    Together together(SharedLimitProperties properties, LimitProperties limits, OwnCounts own, MeterRegistry meters) {
        return properties.isShared() ? Together.by(properties, limits, own, meters) : Together.not();
    }
}
