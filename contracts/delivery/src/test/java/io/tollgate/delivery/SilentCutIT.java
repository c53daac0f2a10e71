package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.ConfigurableApplicationContext;

/** The line to the bus is cut and neither end is told. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BusAwayIT.PROCESSORS, mode = ResourceAccessMode.READ)
class SilentCutIT {
    private static final Duration QUIET = Duration.ofSeconds(3);
    // The SDK notices by itself, by missing heartbeats, after a minute at best.
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void a_receiver_that_silently_stopped_is_noticed_and_built_anew() {
        try (TestBus bus = TestBus.start();
                CutProxy line = CutProxy.to(bus.port());
                ConfigurableApplicationContext context = BusAwayIT.start(
                        bus.connectionString(line.port()),
                        "silentcut",
                        "--tollgate.delivery.inbox.quiet=" + QUIET.toSeconds() + "s")) {
            Bank bank = context.getBean(Bank.class);
            say(bus, "before", 1);
            await().atMost(SOON).until(() -> bank.count("effect") == 1);

            line.cut();
            // The bus still trusts the dead line with as many as it asked for: those come when their locks end.
            say(bus, "after", 12);

            await().atMost(SOON).until(() -> bank.count("effect") >= 9);
            assertThat(context.getBean(DeliveryAutoConfiguration.DeliveryMeters.class)
                            .registry()
                            .counter("tollgate.receiver.rebuilt", "entity", "events-topic/subscriptions/bank")
                            .count())
                    .isPositive();
        }
    }

    private static void say(TestBus bus, String account, int count) {
        for (int i = 0; i < count; i++) {
            bus.send(
                    Deposit.TYPE,
                    "{\"account\":\"%s\",\"amount\":5}".formatted(account),
                    OverTheBusTest.event(account + i, Deposit.TYPE));
        }
    }
}
