package io.tollgate.orders;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.database.DatabaseAutoConfiguration;
import io.tollgate.http.idempotency.IdempotencyAutoConfiguration;
import io.tollgate.orders.catalog.CatalogEvents;
import io.tollgate.orders.erasure.ErasureReceipts;
import io.tollgate.orders.order.RecordingOrderEvents;
import io.tollgate.testing.TestCallers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.autoconfigure.web.reactive.AutoConfigureWebFlux;
import org.springframework.boot.test.autoconfigure.web.reactive.AutoConfigureWebTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Mono;

/** HTTP, use cases and the real tables in memory: everything but the bus, in one small context for all who need no more. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = OrdersWithoutBus.Application.class,
        properties = {
            "spring.main.web-application-type=reactive",
            "TOLLGATE_ORDERS_DB_URL=r2dbc:h2:mem:///orders-without-bus",
            "TOLLGATE_IDEMPOTENCY_SECRET=a-secret-of-tests-that-is-long-enough",
            "TOLLGATE_SERVICEBUS_CONNECTION_STRING=none",
            "TOLLGATE_ORDERS_EVENTS_HEARTBEAT=200ms",
            "TOLLGATE_ORDERS_EVENTS_PER_USER=3"
        })
@ContextConfiguration(initializers = OrdersWithoutBus.Gateway.class)
@AutoConfigureWebFlux
@AutoConfigureWebTestClient
public @interface OrdersWithoutBus {
    /** The key that signs the callers' tokens; a {@code @DynamicPropertySource} would make a context for each class. */
    class Gateway implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(Map.of("TOLLGATE_CALLER_JWKS", TestCallers.jwks()))
                    .applyTo(context);
        }
    }

    /** What the application finds, less the rooms of the bus and the clock; no configuration, or the application would find it too. */
    @ConfigurationPropertiesScan("io.tollgate.orders")
    @ComponentScan(
            basePackages = {
                "io.tollgate.orders.order",
                "io.tollgate.orders.catalog",
                "io.tollgate.orders.refund",
                "io.tollgate.orders.erasure"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(messages|schedule)\\..*"))
    @ImportAutoConfiguration({
        DatabaseAutoConfiguration.class,
        R2dbcAutoConfiguration.class,
        R2dbcTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        IdempotencyAutoConfiguration.class
    })
    @Import({RecordingOrderEvents.class, NobodyIsAsked.class, OrdersWithoutBus.Receipts.class, SimpleMeterRegistry.class
    })
    class Application {}

    /** Products, who is not there. */
    class NobodyIsAsked implements CatalogEvents {
        @Override
        public Mono<Void> wanted(Instant askedAt) {
            return Mono.empty();
        }
    }

    /** The receipts of erasures that were given, as "user version items". */
    class Receipts implements ErasureReceipts {
        public final List<String> given = new CopyOnWriteArrayList<>();

        @Override
        public Mono<Void> completed(String userId, long erasedVersion, long items, Instant at) {
            return Mono.fromRunnable(() -> given.add(userId + ' ' + erasedVersion + ' ' + items));
        }
    }
}
