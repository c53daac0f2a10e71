package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Kills a bank at each named point in turn, starts it again on the same database, and asks in the end that everything
 * that was said had its effect exactly once. {@code -Dcrash.rounds=n}, or {@code CRASH_ROUNDS} in the environment,
 * repeats it.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 1, unit = TimeUnit.HOURS) // each process has its own
class CrashIT {
    private static final int ROUNDS =
            Integer.getInteger("crash.rounds", Integer.parseInt(System.getenv().getOrDefault("CRASH_ROUNDS", "1")));
    private static final String PAUSE = "--tollgate.delivery.parking.first-pause=300ms";

    @TempDir
    Path directory;

    @Test
    void whatever_is_killed_everything_said_is_done_exactly_once() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        try (TestBus bus = TestBus.start()) {
            ChildBank bank = new ChildBank(bus, directory);
            for (int round = 0; round < ROUNDS; round++) {
                for (CrashPoint point : CrashPoint.values()) {
                    if (point != CrashPoint.NOWHERE) {
                        int nth = 1 + random.nextInt(5);
                        assertThat(bank.run(point, nth, PAUSE))
                                .as("%s for the %d. time, seed %d: %s", point, nth, seed, bank.lastWords())
                                .isEqualTo(CrashPoint.KILLED);
                    }
                }
            }
            int end = bank.run(CrashPoint.NOWHERE, 0, PAUSE);
            assertThat(end)
                    .as("seed %d: %s, on the bus: %s", seed, bank.lastWords(), end == 0 ? "" : bus.waiting())
                    .isZero();
            assertThat(bank.output())
                    .containsPattern("said (\\d+), done \\1, done for different accounts \\1, waiting to be sent 0");
        }
    }
}
