package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Kills a bank at each named point in turn, starts it again on the same database, and asks in the end that everything
 * that was said had its effect exactly once. {@code -Dcrash.rounds=n} repeats it.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
    private static final int PATIENCE_SECONDS = 90;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path directory;

    @Test
    void whatever_is_killed_everything_said_is_done_exactly_once() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        try (TestBus bus = TestBus.start()) {
            for (int round = 0; round < Integer.getInteger("crash.rounds", 1); round++) {
                for (CrashPoint point : CrashPoint.values()) {
                    if (point != CrashPoint.NOWHERE) {
                        int nth = 1 + random.nextInt(5);
                        assertThat(run(bus, point, nth))
                                .as("%s for the %d. time, seed %d: %s", point, nth, seed, output())
                                .isEqualTo(CrashPoint.KILLED);
                    }
                }
            }
            assertThat(run(bus, CrashPoint.NOWHERE, 0))
                    .as("seed %d: %s", seed, output())
                    .isZero();
        }
        assertThat(output())
                .containsPattern("said (\\d+), done \\1, done for different accounts \\1, waiting to be sent 0");
    }

    private int run(TestBus bus, CrashPoint point, int nth) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(bus, point, nth))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(TestBus bus, CrashPoint point, int nth) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(BankProcess.class.getName());
        command.addAll(List.of(
                "--crash.at=" + point,
                "--crash.nth=" + nth,
                "--spring.application.name=bank",
                "--spring.config.import=classpath:tollgate-delivery.yml",
                "--spring.cloud.function.definition=events",
                "--spring.cloud.stream.bindings.events-in-0.destination=events-topic",
                "--spring.cloud.stream.bindings.events-in-0.group=bank",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + bus.connectionString(),
                "--tollgate.database.url=r2dbc:h2:file:///" + directory.resolve("bank"),
                "--tollgate.delivery.outbox.lease=2s",
                "--tollgate.delivery.parking.first-pause=300ms"));
        return command;
    }

    private String output() throws IOException {
        String text = Files.readString(directory.resolve("output"));
        return text.length() > 4000 ? text.substring(text.length() - 4000) : text;
    }
}
