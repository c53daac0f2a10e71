package io.tollgate.bench;

import io.tollgate.bench.trivial.TrivialApplication;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures what the services cost, beside a trivial endpoint in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Starts the built services as processes and measures them.",
        subcommands = {
            OrdersBenchmark.class,
            OrderListBenchmark.class,
            CatalogBenchmark.class,
            CredentialTimingBenchmark.class,
            LoginFloodBenchmark.class,
            KeyRotationBenchmark.class,
            GatewayBenchmark.class
        })
public final class Bench {
    private static final String TRIVIAL = "trivial";

    private Bench() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(TRIVIAL)) {
            SpringApplication.run(TrivialApplication.class, Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            System.exit(new CommandLine(new Bench()).execute(arguments));
        }
    }
}
