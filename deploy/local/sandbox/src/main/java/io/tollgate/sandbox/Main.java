package io.tollgate.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts the sandbox from the command line: {@code --host H --port N --data DIR}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> options =
                new HashMap<>(Map.of("--host", "127.0.0.1", "--port", "8091", "--data", "sandbox-data"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (options.replace(args[i], args[i + 1]) == null) {
                throw new IllegalArgumentException("unknown option " + args[i] + "; known: " + options.keySet());
            }
        }
        SandboxServer server = SandboxServer.start(
                options.get("--host"),
                Integer.parseInt(options.get("--port")),
                Path.of(options.get("--data")),
                Optional.ofNullable(System.getenv("SANDBOX_CARD_NETWORK_KEY")).filter(key -> !key.isBlank()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("sandbox ready on " + server.url());
    }
}
