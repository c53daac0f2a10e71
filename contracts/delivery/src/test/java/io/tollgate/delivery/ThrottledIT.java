package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The bus says that it is too busy. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@ResourceLock(value = BusAwayIT.PROCESSORS, mode = ResourceAccessMode.READ)
class ThrottledIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final int COMMANDS = 50;

    @Test
    void a_bus_that_is_too_busy_is_asked_less_often_and_gets_everything_later(TestReporter reporter) {
        BusyAnswers busy = new BusyAnswers();
        TestBus bus = TestBus.start();
        try (CutProxy line = CutProxy.to(bus.port(), busy);
                ConfigurableApplicationContext context = BusAwayIT.start(
                        bus.connectionString(line.port()),
                        "throttled",
                        "--logging.level.root=warn",
                        "--spring.cloud.stream.bindings.busy-queue-out.destination=busy-queue",
                        "--spring.cloud.stream.servicebus.bindings.busy-queue-out.producer.entity-type=queue")) {
            Bank bank = context.getBean(Bank.class);
            command(context);
            await().atMost(SOON).until(() -> failures(context) > 0);
            int before = busy.given();
            long said = System.nanoTime();
            BusAwayIT.say(context, 5);
            await("others go on").atMost(SOON).until(() -> bank.count("effect") == 5);
            Duration others = Duration.ofNanos(System.nanoTime() - said);
            LockSupport.parkNanos(WINDOW.minus(others).toNanos());

            assertThat(busy.given() - before).as("times asked in %s", WINDOW).isLessThan(20);
            assertThat(failures(context)).as("counted").isPositive();
            assertThat(bank.count("outbox", "destination = 'busy-queue' AND sent_at IS NULL AND refused_at IS NULL"))
                    .isEqualTo(COMMANDS);
            reporter.publishEntry("asked " + (busy.given() - before) + " times", "failed " + failures(context));
            reporter.publishEntry("others had to wait", others.toString());
            bus.close();
            bus = TestBus.start(bus.port(), "busy-queue");
            await().atMost(SOON).until(() -> bank.count("outbox", "sent_at IS NULL") == 0);
        } finally {
            bus.close();
        }
    }

    private static void command(ConfigurableApplicationContext context) {
        context.getBean(Outbox.class)
                .add(IntStream.range(0, COMMANDS)
                        .mapToObj(i -> OutgoingMessage.command(
                                "busy-queue", "bank.lock.v1", "door-" + i, new Deposit("door-" + i, 1)))
                        .toList())
                .as(context.getBean(TransactionalOperator.class)::transactional)
                .block();
    }

    private static double failures(ConfigurableApplicationContext context) {
        MeterRegistry meters =
                context.getBean(DeliveryAutoConfiguration.DeliveryMeters.class).registry();
        return meters.counter("tollgate.outbox.messages", "destination", "busy-queue", "outcome", "failed")
                .count();
    }
}
