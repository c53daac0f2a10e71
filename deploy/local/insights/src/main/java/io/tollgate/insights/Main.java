package io.tollgate.insights;

import java.io.IOException;
import java.net.BindException;
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
        InsightsServer server = started(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        System.out.println("insights ready on " + options.get("--host") + ":" + server.port());
    }

    private static InsightsServer started(Map<String, String> options) throws IOException {
        String host = options.get("--host");
        int port = Integer.parseInt(options.get("--port"));
        try {
            return InsightsServer.start(host, port, Path.of(options.get("--data")));
        } catch (BindException taken) {
            System.err.println("insights cannot listen on " + host + ":" + port + ": " + taken.getMessage());
            System.exit(1);
            throw taken;
        }
    }

    private static void close(InsightsServer server) {
        try {
            server.close();
        } catch (IOException lost) {
            System.err.println("insights could not close its file: " + lost);
        }
    }
}
