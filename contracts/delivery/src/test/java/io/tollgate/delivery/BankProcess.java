package io.tollgate.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A bank in a process of its own, which says deposits until it is killed, or until all of them have arrived. */
final class BankProcess {
    private static final int DEPOSITS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private BankProcess() {}

    @Configuration(proxyBeanMethods = false)
    static class Doomed {
        @Bean
        static BeanPostProcessor crash(Environment environment) {
            return CrashPoint.valueOf(environment.getRequiredProperty("crash.at"))
                    .everywhere(environment.getRequiredProperty("crash.nth", Integer.class));
        }
    }

    /** What is long sent and long received, so that there is something to purge. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "crash.at", havingValue = "DURING_PURGE")
    static class OldRows {
        @Bean
        SmartInitializingSingleton oldRows(DatabaseClient client) {
            return () -> {
                for (String statement : List.of(
                        """
                        INSERT INTO inbox (consumer, source, message_id, outcome, received_at)
                        SELECT 'old', RANDOM_UUID(), X, 'handled', '2020-01-01' FROM SYSTEM_RANGE(1, 2500)
                        """,
                        """
                        INSERT INTO outbox (message_id, source, destination, type, subject, version, properties, body,
                            occurred_at, created_at, sent_at)
                        SELECT X, 'old', 'x', 'x', 'x', 1, '{}', '{}', '2020-01-01', '2020-01-01', '2020-01-01'
                        FROM SYSTEM_RANGE(1, 2500)
                        """)) {
                    client.sql(statement).then().block();
                }
            };
        }
    }

    private static boolean isDone(Bank books) {
        return books.isSettled()
                && books.count("inbox", "consumer = 'old'") + books.count("outbox", "source = 'old'") == 0;
    }

    public static void main(String[] arguments) {
        ConfigurableApplicationContext bank = new SpringApplicationBuilder(
                        BankOverTheBus.class, Doomed.class, OldRows.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
        say(bank);
        Bank books = bank.getBean(Bank.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isDone(books) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        System.out.println(books.balance());
        books.missing().forEach(deposit -> System.out.println("missing " + deposit));
        Runtime.getRuntime().halt(isDone(books) ? 0 : 1);
    }

    private static void say(ConfigurableApplicationContext context) {
        Outbox outbox = context.getBean(Outbox.class);
        Bank bank = context.getBean(Bank.class);
        TransactionalOperator transaction = context.getBean(TransactionalOperator.class);
        for (int i = 0; i < DEPOSITS; i++) {
            String account = UUID.randomUUID().toString();
            bank.said(account)
                    .then(outbox.add(List.of(OutgoingMessage.fact(Deposit.TYPE, account, 1, new Deposit(account, 5)))))
                    .as(transaction::transactional)
                    .block();
        }
    }
}
