package io.tollgate.cli.command;

import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Jdk;
import io.tollgate.cli.platform.Platform;
import io.tollgate.cli.platform.Ports;
import io.tollgate.cli.platform.Progress;
import io.tollgate.cli.platform.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which platform a command is about. */
final class PlatformOptions {

    @Option(
            names = "--home",
            description = "The checkout (default: the current directory).",
            defaultValue = "${env:TOLLGATE_HOME:-.}",
            hidden = true,
            scope = ScopeType.INHERIT)
    private Path home;

    @Option(
            names = "--state",
            description = "Directory of data, logs and secrets (default: .tollgate in the checkout).",
            defaultValue = "${env:TOLLGATE_STATE}",
            scope = ScopeType.INHERIT)
    private Path state;

    Path state() {
        return state == null || state.toString().isEmpty()
                ? home().resolve(".tollgate")
                : state.toAbsolutePath().normalize();
    }

    boolean hasState() {
        return Files.exists(state().resolve("secrets.json"));
    }

    Install install() {
        return new Install(home(), state(), Ports.fromEnvironment(System.getenv()), Secrets.of(state()));
    }

    Platform platform(Progress progress) {
        return new Platform(install(), Jdk.newest(), progress, true);
    }

    private Path home() {
        return home.toAbsolutePath().normalize();
    }
}
