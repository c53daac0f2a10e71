package io.tollgate.insights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts the server from the command line: {@code --host H --port N --data DIR}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> options =
                new HashMap<>(Map.of("--host", "127.0.0.1", "--port", "4320", "--data", "insights-data"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (options.replace(args[i], args[i + 1]) == null) {
                throw new IllegalArgumentException("unknown option " + args[i] + "; known: " + options.keySet());
            }
        }
        InsightsServer server = InsightsServer.start(
                options.get("--host"), Integer.parseInt(options.get("--port")), Path.of(options.get("--data")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        System.out.println("insights ready on " + options.get("--host") + ":" + server.port());
    }

    private static void close(InsightsServer server) {
        try {
            server.close();
        } catch (IOException lost) {
            System.err.println("insights could not close its file: " + lost);
        }
    }
}
