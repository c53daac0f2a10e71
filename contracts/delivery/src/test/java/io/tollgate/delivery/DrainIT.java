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
import org.springframework.r2dbc.core.DatabaseClient;

/** A process is told to stop in the middle of its work. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BusAwayIT.PROCESSORS, mode = ResourceAccessMode.READ)
class DrainIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String[] ARGUMENTS = {"--logging.level.root=warn"};

    @Test
    void what_is_in_hand_is_finished_and_what_follows_is_left_to_the_next_process() {
        try (TestBus bus = TestBus.start()) {
            ConfigurableApplicationContext first = BusAwayIT.start(bus.connectionString(), "drain", ARGUMENTS);
            Deposits deposits = first.getBean(Deposits.class);
            deposits.takeTime(Duration.ofMillis(300));
            BusAwayIT.say(first, 20);
            await().atMost(SOON).until(() -> deposits.seen().size() > 3);

            first.close();

            int begun = deposits.seen().size();
            try (ConfigurableApplicationContext second = BusAwayIT.start(bus.connectionString(), "drain", ARGUMENTS)) {
                Bank bank = second.getBean(Bank.class);
                assertThat(Columns.count(second.getBean(DatabaseClient.class).sql("SELECT COUNT(*) FROM inbox"))
                                .block())
                        .as("begun and not undone")
                        .isGreaterThanOrEqualTo(begun);
                await().atMost(SOON).until(bank::isSettled);
                assertThat(bank.count("effect")).isEqualTo(20);
            }
        }
    }
}
