package io.tollgate.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts the sandbox from the command line: {@code --host H --port N --smtp-port M --data DIR}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> options = new HashMap<>(
                Map.of("--host", "127.0.0.1", "--port", "8091", "--smtp-port", "8025", "--data", "sandbox-data"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (options.replace(args[i], args[i + 1]) == null) {
                throw new IllegalArgumentException("unknown option " + args[i] + "; known: " + options.keySet());
            }
        }
        SandboxServer server = SandboxServer.start(new SandboxOptions(
                options.get("--host"),
                Integer.parseInt(options.get("--port")),
                Integer.parseInt(options.get("--smtp-port")),
                Path.of(options.get("--data")),
                variable("SANDBOX_CARD_NETWORK_KEY"),
                variable("SANDBOX_CARRIER_KEY")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("sandbox ready on " + server.url() + ", mail on port " + server.smtpPort());
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
