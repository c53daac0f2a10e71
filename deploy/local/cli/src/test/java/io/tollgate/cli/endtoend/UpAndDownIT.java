package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.cli.endtoend.RunningPlatform.Started;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Jdk;
import io.tollgate.cli.platform.Platform;
import io.tollgate.cli.platform.Progress;
import io.tollgate.cli.platform.Secrets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command on a platform that runs, runs in part, or does not run. */
@ExtendWith(RunningPlatform.class)
class UpAndDownIT {

    @TempDir
    private Path elsewhere;

    @Test
    void up_starts_nothing_when_all_runs(Started platform) {
        assertThat(platform.platform().up()).isZero();
    }

    @Test
    void up_after_a_kill_starts_just_what_is_missing(Started platform) {
        platform.platform().kill("workers");

        assertThat(platform.platform().missing()).containsExactly("workers");
        assertThat(platform.platform().up()).isEqualTo(1);
        assertThat(platform.platform().running()).allMatch(platform.platform()::isReady);
    }

    @Test
    void up_with_a_taken_port_names_the_port_and_the_variable_that_moves_it(Started platform) {
        Install running = platform.install();
        Platform second = another(new Install(running.checkout(), elsewhere, running.ports(), Secrets.of(elsewhere)));

        assertThatThrownBy(second::up)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("TOLLGATE_SERVICEBUS_PORT");
        assertThat(second.running()).isEmpty();
    }

    @Test
    void down_stops_nothing_when_nothing_runs(Started platform) {
        Install running = platform.install();
        Platform second = another(new Install(running.checkout(), elsewhere, running.ports(), Secrets.of(elsewhere)));

        assertThat(second.down()).isZero();
    }

    private static Platform another(Install install) {
        return new Platform(install, Jdk.running(), Progress.silent(), false);
    }
}
