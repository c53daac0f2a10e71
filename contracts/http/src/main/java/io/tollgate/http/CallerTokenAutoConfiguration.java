package io.tollgate.http;

import io.tollgate.values.Ids;
import io.tollgate.values.ValuesAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What a process behind the gateway does in front of its controllers; the gateway itself turns it off. */
@AutoConfiguration(after = {HttpAutoConfiguration.class, ValuesAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "tollgate.http.enforce-caller-token", matchIfMissing = true)
@ConditionalOnWebApplication(type = Type.REACTIVE)
public class CallerTokenAutoConfiguration {
    @Bean
    RequestIdFilter requestIdFilter(Ids ids) {
        return new RequestIdFilter(ids);
    }

    @Bean
    ConditionalReads conditionalReads() {
        return new ConditionalReads();
    }

    @Bean
    PlainBodies plainBodies() {
        return new PlainBodies();
    }

    @Bean
    CallerTokenVerifier callerTokenVerifier(HttpProperties properties, Environment environment, Clock clock) {
        String audience = properties.audience().isEmpty()
                ? environment.getProperty("spring.application.name", "application")
                : properties.audience();
        return properties.callerJwksUrl().isEmpty()
                ? CallerTokenVerifier.of(properties.callerJwks(), audience, clock)
                : CallerTokenVerifier.of(CallerKeyPage.of(properties, clock), audience, clock);
    }

    @Bean
    CallerTokenFilter callerTokenFilter(
            CallerTokenVerifier verifier, ProblemWriter writer, ApplicationContext context) {
        return new CallerTokenFilter(verifier, writer, context);
    }
}
