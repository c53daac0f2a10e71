package io.tollgate.cli.command;

import io.tollgate.cli.platform.Memory;
import io.tollgate.cli.platform.Platform;
import io.tollgate.cli.platform.Running;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs. */
@Command(name = "status", description = "Show each process with pid, port, memory and readiness.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Override
    public Integer call() {
        if (!options.hasState()) {
            Console.say("nothing is running");
            return 1;
        }
        Platform platform = options.platform(Console::say);
        List<Running> running = platform.running();
        List<String> missing = platform.missing();
        for (Running process : running) {
            Console.say("%-11s pid %-7d port %-6d management %-6d %4d MiB  %-9s %s"
                    .formatted(
                            process.name(),
                            process.pid(),
                            process.port(),
                            process.managementPort(),
                            Memory.residentMegabytes(List.of(process)),
                            platform.isReady(process) ? "ready" : "not ready",
                            process.adminPort() == 0 ? "" : "admin port " + process.adminPort()));
        }
        missing.forEach(name -> Console.say("%-11s not running".formatted(name)));
        return missing.isEmpty() && running.stream().allMatch(platform::isReady) ? 0 : 1;
    }
}
