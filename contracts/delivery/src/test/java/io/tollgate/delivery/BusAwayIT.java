package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The bus goes away under load and comes back. {@code -Dbus.away.seconds=120} lets it stay away longer. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 15, unit = TimeUnit.MINUTES) // as long as somebody wants it to stay away
@ResourceLock(BusAwayIT.PROCESSORS)
class BusAwayIT {
    /** What this test counts the use of: no other application may run in this JVM meanwhile. */
    static final String PROCESSORS = "processors";

    private static final int SECONDS_AWAY = Integer.getInteger("bus.away.seconds", 6);
    private static final int PER_SECOND = 20;
    // whoever waits for a bus that is away waits for eight seconds at least
    private static final Duration WITHOUT_WAITING_FOR_THE_BUS = Duration.ofSeconds(5);
    private static final Duration AFTERWARDS = Duration.ofSeconds(60);

    @Test
    void without_the_bus_work_is_accepted_and_nothing_of_it_is_lost_and_nothing_spins() {
        TestBus bus = TestBus.start();
        try (ConfigurableApplicationContext context = start(bus.connectionString(), "busaway")) {
            Bank bank = context.getBean(Bank.class);
            say(context, 5);
            await().atMost(AFTERWARDS).until(bank::isSettled);

            bus.close();
            long before = cpuMillis();
            for (int second = 0; second < SECONDS_AWAY; second++) {
                say(context, PER_SECOND);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            long used = cpuMillis() - before;

            assertThat(bank.count("outbox", "sent_at IS NULL")).isEqualTo(PER_SECOND * SECONDS_AWAY);
            assertThat(used).as("CPU").isLessThan(SECONDS_AWAY * 1000L);
            bus = TestBus.start(bus.port());
            await().atMost(AFTERWARDS).until(bank::isSettled);
            assertThat(bank.count("(SELECT DISTINCT account FROM effect) done"))
                    .isEqualTo(PER_SECOND * SECONDS_AWAY + 5L);
        } finally {
            bus.close();
        }
    }

    static void say(ConfigurableApplicationContext context, int count) {
        for (int i = 0; i < count; i++) {
            String account = UUID.randomUUID().toString();
            context.getBean(Bank.class)
                    .said(account)
                    .then(context.getBean(Outbox.class)
                            .add(List.of(OutgoingMessage.fact(Deposit.TYPE, account, 1, new Deposit(account, 5)))))
                    .as(context.getBean(TransactionalOperator.class)::transactional)
                    .block(WITHOUT_WAITING_FOR_THE_BUS);
        }
    }

    /** One at a time: applications that start side by side in one JVM set up its one logging system together, and one of them fails. */
    static synchronized ConfigurableApplicationContext start(String bus, String database, String... further) {
        return new SpringApplicationBuilder(BankOverTheBus.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=bank",
                        "spring.config.import=classpath:tollgate-delivery.yml",
                        "spring.cloud.function.definition=events",
                        "spring.cloud.stream.bindings.events-in-0.destination=events-topic",
                        "spring.cloud.stream.bindings.events-in-0.group=bank",
                        "TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + bus,
                        "tollgate.database.url=r2dbc:h2:mem:///" + database)
                .run(further);
    }

    private static long cpuMillis() {
        return Duration.ofNanos(
                        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime())
                .toMillis();
    }
}
