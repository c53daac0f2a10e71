package io.tollgate.cli;

import io.tollgate.cli.command.AuditCommand;
import io.tollgate.cli.command.ChaosCommand;
import io.tollgate.cli.command.ClientsCommand;
import io.tollgate.cli.command.DemoCommand;
import io.tollgate.cli.command.DownCommand;
import io.tollgate.cli.command.KeysCommand;
import io.tollgate.cli.command.PlansCommand;
import io.tollgate.cli.command.StatusCommand;
import io.tollgate.cli.command.TraceCommand;
import io.tollgate.cli.command.UpCommand;
import io.tollgate.cli.command.UsageCommand;
import io.tollgate.cli.platform.CommandFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the local platform. */
@Command(
        name = "tollgate",
        description = "Starts, stops and inspects Tollgate on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DemoCommand.class,
            TraceCommand.class,
            AuditCommand.class,
            ChaosCommand.class,
            ClientsCommand.class,
            KeysCommand.class,
            PlansCommand.class,
            UsageCommand.class
        })
public final class Tollgate {

    private Tollgate() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Tollgate());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailed) {
                command.getErr().println(failure.getMessage());
                command.getErr().flush();
                return 1;
            }
            throw failure;
        });
        return line;
    }
}
