package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A consumer gets no connection to its database while messages wait. */
@ResourceLock(value = BusAwayIT.PROCESSORS, mode = ResourceAccessMode.READ)
class DatabaseAwayIT {
    private static final Duration AWAY = Duration.ofSeconds(12);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int POOL = 10;
    private static final int MESSAGES = 20;

    @Test
    void messages_are_held_and_nothing_spins_and_all_are_handled_when_it_is_back(TestReporter reporter) {
        try (TestBus bus = TestBus.start();
                ConfigurableApplicationContext context =
                        BusAwayIT.start(bus.connectionString(), "databaseaway", "--logging.level.root=error")) {
            Bank bank = context.getBean(Bank.class);
            List<Connection> taken = takeAll(context.getBean(ConnectionPool.class));
            for (int i = 0; i < MESSAGES; i++) {
                String id = "away-" + i;
                bus.send(
                        Deposit.TYPE,
                        "{\"account\":\"%s\",\"amount\":5}".formatted(id),
                        OverTheBusTest.event(id, Deposit.TYPE));
            }
            await().atMost(SOON).until(() -> held(context) > 0);
            double heldBefore = held(context);
            long cpuBefore = cpuMillis();
            LockSupport.parkNanos(AWAY.toNanos());

            reporter.publishEntry(
                    "database away for " + AWAY,
                    "%d ms of CPU, %.0f tries".formatted(cpuMillis() - cpuBefore, held(context) - heldBefore));
            assertThat(held(context) - heldBefore).as("tries of four at a time").isLessThan(24);
            assertThat(context.getBean(Deposits.class).seen()).isEmpty();

            Flux.fromIterable(taken).concatMap(Connection::close).blockLast();
            await().atMost(SOON).until(() -> bank.count("effect") == MESSAGES);
            assertThat(bank.count("parked_message"))
                    .as("it is nobody's failure")
                    .isZero();
        }
    }

    private static List<Connection> takeAll(ConnectionPool pool) {
        return Flux.range(0, POOL)
                .concatMap(i -> Mono.from(pool.create()).retry(3))
                .collectList()
                .block();
    }

    private static double held(ConfigurableApplicationContext context) {
        return context.getBean(DeliveryAutoConfiguration.DeliveryMeters.class)
                .registry()
                .counter("tollgate.inbox.held", "consumer", "bank")
                .count();
    }

    private static long cpuMillis() {
        return Duration.ofNanos(
                        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime())
                .toMillis();
    }
}
