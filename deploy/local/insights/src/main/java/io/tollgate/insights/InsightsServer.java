package io.tollgate.insights;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A local Application Insights: receives what the unmodified exporters post, keeps it, and answers by trace. */
public final class InsightsServer implements AutoCloseable {

    /** About 30 MB of heap when full; an order is about 60 spans. */
    static final int MAX_SPANS = 30_000;

    private static final String INSTRUMENTATION_KEY = "00000000-0000-0000-0000-000000000000";

    private final HttpServer http;
    private final ExecutorService workers;
    private final Journal journal;

    private InsightsServer(HttpServer http, ExecutorService workers, Journal journal) {
        this.http = http;
        this.workers = workers;
        this.journal = journal;
    }

    /** Starts at once; port 0 takes a free one. What {@code data} holds from before is there again. */
    public static InsightsServer start(String host, int port, Path data) throws IOException {
        // Else every answer on a kept connection waits 40 ms for an acknowledgment (JDK HttpServer, Nagle).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Half a surrogate pair is no text in UTF-8, but it can be escaped: written plainly it would stop the journal.
        ObjectMapper json =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        Traces traces = new Traces(MAX_SPANS);
        HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 128);
        Journal journal = Journal.open(data, json, traces::add);
        Intake intake = new Intake(json, traces, journal);
        ExecutorService workers = Executors.newFixedThreadPool(4, task -> new Thread(task, "insights"));
        http.setExecutor(workers);
        http.createContext("/", new Routes(json, intake, traces, journal));
        http.start();
        return new InsightsServer(http, workers, journal);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** What an application gets as APPLICATIONINSIGHTS_CONNECTION_STRING. */
    public String connectionString() {
        String host = http.getAddress().getAddress().getHostAddress();
        return "InstrumentationKey=" + INSTRUMENTATION_KEY + ";IngestionEndpoint=http://" + host + ":" + port() + "/";
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        workers.shutdown();
        try {
            workers.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }
}
