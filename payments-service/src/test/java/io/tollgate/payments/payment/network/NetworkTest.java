package io.tollgate.payments.payment.network;

import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.VISA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot3.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import io.tollgate.payments.payment.CardNetwork;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.NetworkFailure;
import io.tollgate.payments.payment.Secret;
import io.tollgate.payments.payment.Step;
import io.tollgate.testing.MutableClock;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.client.reactive.ClientHttpConnectorAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.function.client.WebClientAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** With the settings of application.yml, but less patience. */
@SpringBootTest(
        classes = NetworkTest.Network.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "resilience4j.timelimiter.instances.card-network.timeout-duration=4s",
            "payments.network.api-key=secret",
            "spring.main.banner-mode=off"
        })
abstract class NetworkTest {
    static final ScriptedNetwork NETWORK = start();

    @ComponentScan
    @ConfigurationPropertiesScan
    @ImportAutoConfiguration({
        ClientHttpConnectorAutoConfiguration.class,
        WebClientAutoConfiguration.class,
        CircuitBreakerAutoConfiguration.class,
        RetryAutoConfiguration.class,
        TimeLimiterAutoConfiguration.class
    })
    static class Network {
        @Bean
        Clock clock() {
            return MutableClock.atNoon();
        }
    }

    @Autowired
    CardNetwork network;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("payments.network.url", NETWORK::url);
    }

    @BeforeEach
    void afresh() {
        // the first call of a JVM loads classes for longer than the test is patient
        while (NETWORK.isUntouched()) {
            network.ask(authorize()).onErrorComplete().block();
        }
        NETWORK.clear();
        breakers.circuitBreaker("card-network").reset();
    }

    static void assertInDoubt(Mono<?> call, String why) {
        call.as(StepVerifier::create)
                .verifyErrorSatisfies(failure ->
                        assertThat(failure).isInstanceOf(NetworkFailure.class).hasMessageContaining(why));
    }

    static Intent authorize() {
        return intent(Step.AUTHORIZE, Optional.of(VISA), Optional.empty());
    }

    static Intent of(Step step) {
        return intent(step, Optional.empty(), Optional.of("auth_1"));
    }

    static Intent intent(Step step, Optional<Secret> token, Optional<String> authorization) {
        return new Intent(
                IntentKey.of(PAYMENT, step), TERMS.amount(), token, authorization, 1, NOON, false, Optional.empty());
    }

    static ScriptedNetwork start() {
        try {
            return new ScriptedNetwork();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}
