package io.tollgate.cli.command;

import io.tollgate.cli.demo.Seed;
import io.tollgate.cli.demo.Seeding;
import io.tollgate.cli.platform.Memory;
import io.tollgate.cli.platform.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the platform. */
@Command(name = "up", description = "Start everything that does not run yet; ends on one screen.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Override
    public Integer call() {
        Platform platform = options.platform(Console::say);
        return platform.alone(() -> up(platform));
    }

    private static int up(Platform platform) {
        long begun = System.nanoTime();
        int started = platform.up();
        Seed seed = new Seeding(platform.install()).plant();
        if (started == 0) {
            Console.say("everything was running already");
        } else {
            Console.say("started %d processes in %.1f s, %d MiB resident"
                    .formatted(
                            started, (System.nanoTime() - begun) / 1e9, Memory.residentMegabytes(platform.running())));
        }
        Console.say(Screen.of(platform.install(), seed));
        return 0;
    }
}
