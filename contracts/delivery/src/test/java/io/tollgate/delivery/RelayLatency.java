package io.tollgate.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Measures commit → broker at a steady rate; run by hand: arguments are events a second, and seconds. */
final class RelayLatency {
    private static final List<Double> DELAYS = new CopyOnWriteArrayList<>();

    private RelayLatency() {}

    @Configuration(proxyBeanMethods = false)
    static class Measured {
        @Bean
        static BeanPostProcessor stopwatch() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof MessageSender sender ? measured(sender) : bean;
                }
            };
        }
    }

    private static MessageSender measured(MessageSender sender) {
        return row -> sender.send(row)
                .doOnSuccess(sent -> DELAYS.add(
                        Duration.between(row.createdAt(), Instant.now()).toNanos() / 1e6));
    }

    public static void main(String[] arguments) throws Exception {
        int rate = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        try (TestBus bus = TestBus.start();
                ConfigurableApplicationContext bank = start(bus)) {
            run(bank, rate, 5);
            clear(bank);
            run(bank, rate, seconds);
            print(bank, rate);
            SpringApplication.exit(bank);
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(TestBus bus) throws Exception {
        java.nio.file.Path directory = java.nio.file.Files.createTempDirectory("relay-latency");
        return new SpringApplicationBuilder(BankOverTheBus.class, Measured.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.application.name=bank",
                        "--spring.config.import=classpath:tollgate-delivery.yml",
                        "--spring.cloud.function.definition=events",
                        "--spring.cloud.stream.bindings.events-in-0.destination=events-topic",
                        "--spring.cloud.stream.bindings.events-in-0.group=bank",
                        "--TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + bus.connectionString(),
                        "--tollgate.database.url=r2dbc:h2:file:///" + directory + "/bank",
                        "--logging.level.root=warn");
    }

    private static void clear(ConfigurableApplicationContext bank) {
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        bank.getBean(Bank.class).clear();
        DELAYS.clear();
    }

    private static void run(ConfigurableApplicationContext bank, int rate, int seconds) {
        Outbox outbox = bank.getBean(Outbox.class);
        TransactionalOperator transaction = bank.getBean(TransactionalOperator.class);
        long start = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
            String account = "account-" + i % 500;
            outbox.add(List.of(OutgoingMessage.fact(Deposit.TYPE, account, i, new Deposit(account, 5))))
                    .as(transaction::transactional)
                    .block();
        }
        System.out.printf("%d said in %d ms%n", rate * seconds, (System.nanoTime() - start) / 1_000_000);
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
    }

    private static void print(ConfigurableApplicationContext bank, int rate) {
        double[] delays =
                DELAYS.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%d/s: %d sent, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms, handled %d%n",
                rate,
                delays.length,
                delays[delays.length / 2],
                delays[delays.length * 9 / 10],
                delays[delays.length * 99 / 100],
                delays[delays.length - 1],
                bank.getBean(Bank.class).count("effect"));
    }
}
