package io.tollgate.payments;

import io.tollgate.database.DatabaseAutoConfiguration;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentTraces;
import io.tollgate.testing.MutableClock;
import io.tollgate.values.ValuesAutoConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import reactor.core.publisher.Mono;

/** The stores on their real, migrated tables in memory, and nothing else of the service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = StoreTest.Stores.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"tollgate.database.url=r2dbc:h2:mem:///payments-store", "spring.main.banner-mode=off"})
public @interface StoreTest {
    /** Only what a store needs, for all store tests; no @Configuration, which the application would find as well. */
    @ComponentScan({
        "io.tollgate.payments.payment.store",
        "io.tollgate.payments.ledger.store",
        "io.tollgate.payments.reconciliation.store"
    })
    @ImportAutoConfiguration({
        ValuesAutoConfiguration.class,
        DatabaseAutoConfiguration.class,
        R2dbcAutoConfiguration.class,
        R2dbcTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    class Stores {
        public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        @Bean
        MutableClock clock() {
            return MutableClock.atNoon();
        }

        @Bean
        RecordedSignals signals() {
            return new RecordedSignals();
        }

        @Bean
        IntentTraces traces() {
            return new IntentTraces() {
                @Override
                public Mono<Optional<String>> here() {
                    return Mono.just(Optional.of(TRACE));
                }

                @Override
                public <T> Mono<T> within(Intent intent, Mono<T> work) {
                    return work;
                }
            };
        }
    }
}
