package io.tollgate.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
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

    public static void main(String[] arguments) {
        ConfigurableApplicationContext bank = new SpringApplicationBuilder(BankOverTheBus.class, Doomed.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
        say(bank);
        Bank books = bank.getBean(Bank.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!books.isSettled() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        System.out.println(books.balance());
        Runtime.getRuntime().halt(books.isSettled() ? 0 : 1);
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
