package io.tollgate.cli.command;

import io.tollgate.cli.audit.Acknowledged;
import io.tollgate.cli.audit.Audit;
import io.tollgate.cli.audit.Audit.Report;
import io.tollgate.cli.platform.CommandFailed;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds up the books of every process. */
@Command(
        name = "audit",
        description =
                "Check that orders, stock, money and shipments add up over all services; exits non-zero when not.")
public final class AuditCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait until nothing is under way (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int wait;

    @Override
    public Integer call() {
        if (!options.hasState()) {
            throw new CommandFailed("there is nothing to audit: this platform was never started");
        }
        return print(new Audit(options.platform(Console::say)).atRest(Acknowledged.UNKNOWN, Duration.ofSeconds(wait)));
    }

    /** Prints what was found; 0 when everything adds up. */
    static int print(Report report) {
        Console.say(report.orders() + " orders looked at");
        report.kept().forEach(promise -> Console.say("  holds    " + promise));
        report.skipped().forEach(promise -> Console.say("  not told " + promise + " (something is under way)"));
        report.flaws().forEach(flaw -> Console.say("  FLAW     " + flaw));
        Console.say(
                report.flaws().isEmpty()
                        ? "Everything adds up."
                        : report.flaws().size() + " things do not add up.");
        return report.flaws().isEmpty() ? 0 : 1;
    }
}
