package io.tollgate.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

    @TempDir
    private Path state;

    @Test
    void what_runs_elsewhere_than_the_ports_say_is_named_before_anything_starts() throws IOException {
        Platform platform = platform();
        Process gateway = new ProcessBuilder("sleep", "60").start();
        try {
            Running.of("gateway", gateway, 1, 2).writeDown(platform.install().run());

            assertThatThrownBy(platform::up)
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("gateway runs on port 1")
                    .hasMessageContaining("TOLLGATE_GATEWAY_PORT=1");
            assertThat(platform.running()).hasSize(1);
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void a_gateway_administered_elsewhere_than_the_ports_say_is_named_too() throws IOException {
        Platform platform = platform();
        Ports ports = platform.install().ports();
        Process gateway = new ProcessBuilder("sleep", "60").start();
        try {
            Running.of("gateway", gateway, ports.of(Processes.GATEWAY), ports.of(management()))
                    .administeredOn(3)
                    .writeDown(platform.install().run());

            assertThatThrownBy(platform::up)
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("TOLLGATE_GATEWAY_ADMIN_PORT=3");
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void two_commands_do_not_change_it_at_the_same_moment() {
        Platform platform = platform();

        String told = platform.alone(() -> {
            assertThatThrownBy(() -> platform().alone(() -> "second"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("another ./tollgate");
            return "first";
        });

        assertThat(told).isEqualTo("first");
        assertThat(platform().alone(() -> "later")).isEqualTo("later");
    }

    private static ProcessSpec.PortKey management() {
        return new ProcessSpec.PortKey("TOLLGATE_GATEWAY_MANAGEMENT_PORT", 9080);
    }

    private Platform platform() {
        Install install = new Install(state, state, Ports.free(), Secrets.of(state));
        return new Platform(install, Jdk.running(), Progress.silent(), false);
    }
}
