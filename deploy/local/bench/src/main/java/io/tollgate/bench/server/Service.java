package io.tollgate.bench.server;

import java.time.Duration;

/** One of Tollgate's services, running. */
public record Service(Server server, String url, String management) implements AutoCloseable {
    /** It counts once a second. */
    private static final Duration COUNTED = Duration.ofMillis(1_500);

    private static final String WAITING = "tollgate_outbox_waiting";

    /** Waits until all that it has said was sent. */
    public void awaitSent() {
        Pause.of(COUNTED);
        while (waiting() > 0) {
            Pause.of(Duration.ofMillis(200));
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private double waiting() {
        return Server.get(management + "/metrics")
                .lines()
                .filter(line -> line.startsWith(WAITING))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
