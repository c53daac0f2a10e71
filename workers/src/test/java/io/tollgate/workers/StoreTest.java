package io.tollgate.workers;

import io.tollgate.database.DatabaseAutoConfiguration;
import io.tollgate.telemetry.ResumableTraceAutoConfiguration;
import io.tollgate.values.ValuesAutoConfiguration;
import io.tollgate.workers.email.MailSignal;
import io.tollgate.workers.thirdparty.BookingSignal;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration;
import org.springframework.boot.autoconfigure.r2dbc.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The stores on their real, migrated tables in memory, and nothing else of the workers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = StoreTest.Stores.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"tollgate.database.url=r2dbc:h2:mem:///workers-store", "spring.main.banner-mode=off"})
public @interface StoreTest {
    /** Only what a store needs: one small context for all store tests. */
    @Configuration
    @ComponentScan({
        "io.tollgate.workers.notification.store",
        "io.tollgate.workers.email.store",
        "io.tollgate.workers.fulfillment.store",
        "io.tollgate.workers.thirdparty.store",
        "io.tollgate.workers.erasure.store"
    })
    @ImportAutoConfiguration({
        ValuesAutoConfiguration.class,
        DatabaseAutoConfiguration.class,
        ResumableTraceAutoConfiguration.class,
        R2dbcAutoConfiguration.class,
        R2dbcTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    class Stores {
        @Bean
        BookingSignal bookingSignal() {
            return id -> {};
        }

        @Bean
        MailSignal mailSignal() {
            return id -> {};
        }
    }
}
