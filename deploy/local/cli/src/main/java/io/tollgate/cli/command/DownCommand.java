package io.tollgate.cli.command;

import io.tollgate.cli.platform.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops the platform. */
@Command(name = "down", description = "Stop everything; data stays unless --clean is given.")
public final class DownCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Option(names = "--clean", description = "Also remove data, logs and secrets.")
    private boolean clean;

    @Override
    public Integer call() {
        if (!options.hasState()) {
            Console.say("nothing is running");
            return 0;
        }
        Platform platform = options.platform(Console::say);
        return platform.alone(() -> down(platform));
    }

    private int down(Platform platform) {
        int stopped = platform.down();
        Console.say(stopped == 0 ? "nothing is running" : "stopped " + stopped + " processes");
        if (clean) {
            platform.clean();
            Console.say("removed " + platform.install().state());
        }
        return 0;
    }
}
