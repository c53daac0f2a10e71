package io.tollgate.cli.command;

import io.tollgate.cli.chaos.Chaos;
import io.tollgate.cli.chaos.Crowd;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Platform;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills what runs while customers order, and audits what is left. */
@Command(
        name = "chaos",
        description =
                "Place orders while killing and restarting random processes, then audit; exits non-zero when anything"
                        + " does not add up.")
public final class ChaosCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Option(names = "--orders", defaultValue = "200", description = "How many (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--kills", defaultValue = "10", description = "How many (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--seed", description = "Replays the run that printed it (default: a new one).")
    private Long seed;

    @Override
    public Integer call() {
        if (orders < 1 || kills < 0) {
            throw new CommandFailed("--orders wants 1 or more, --kills 0 or more");
        }
        Platform platform = options.platform(ChaosCommand::quiet);
        if (!platform.missing().isEmpty()) {
            throw new CommandFailed("not everything runs: " + platform.missing() + "; start it with ./tollgate up");
        }
        long drawn = seed == null ? ThreadLocalRandom.current().nextLong() : seed;
        Chaos chaos = new Chaos(platform, new Crowd(options.install()), Console::say);
        return AuditCommand.print(chaos.run(orders, kills, drawn));
    }

    /** What starting and stopping says is not what the reader of a chaotic run wants to see. */
    private static void quiet(String line) {}
}
