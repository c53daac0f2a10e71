package io.tollgate.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    @TempDir
    private Path run;

    @Test
    void a_process_written_down_is_found_until_it_ends() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        Running.of("orders", process, 1, 2).writeDown(run);
        assertThat(Running.find(run, "orders")).isPresent();

        Running.find(run, "orders").orElseThrow().kill();

        assertThat(Running.find(run, "orders")).isEmpty();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void another_process_with_the_same_pid_is_not_taken_for_it() {
        long mine = ProcessHandle.current().pid();
        new Running("orders", mine, 1, 1, 2, 0).writeDown(run);

        assertThat(Running.find(run, "orders")).isEmpty();
    }

    @Test
    void one_that_was_never_started_is_not_found() {
        assertThat(Running.find(run, "orders")).isEmpty();
    }
}
