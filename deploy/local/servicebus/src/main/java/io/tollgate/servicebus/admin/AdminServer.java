package io.tollgate.servicebus.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tollgate.servicebus.amqp.EventLoop;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The HTTP surface for people and scripts, on the loopback interface only. */
public final class AdminServer implements AutoCloseable {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int ANSWER_SECONDS = 5;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, AdminServer::thread);
    private final EventLoop loop;
    private final AdminViews views;
    private final Metrics metrics;

    private AdminServer(HttpServer http, Broker broker, EventLoop loop) {
        this.http = http;
        this.loop = loop;
        this.views = new AdminViews(broker);
        this.metrics = new Metrics(broker, loop);
    }

    public static AdminServer start(int port, Broker broker, EventLoop loop) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AdminServer admin = new AdminServer(http, broker, loop);
        http.setExecutor(admin.threads);
        http.createContext("/", admin::handle);
        http.start();
        return admin;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (fromElsewhere(exchange)) {
            send(exchange, 403, "text/plain", "Only for tools on this machine.\n");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /healthz" -> answer(exchange, "text/plain", () -> "ok\n");
            case "GET /readyz" -> answer(exchange, "text/plain", () -> "ready\n");
            case "GET /metrics" -> answer(exchange, "text/plain; version=0.0.4", metrics::text);
            case "GET /entities" -> answer(exchange, "application/json", views::entities);
            case "GET /peek" -> answer(exchange, "application/json", () -> views.peek(query));
            case "POST /purge" -> answer(exchange, "application/json", () -> views.purge(query));
            default -> send(exchange, 404, "text/plain", "Nothing here.\n");
        }
    }

    /** Whether a web page asks, by its browser or by a name that it made point here. */
    private static boolean fromElsewhere(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return exchange.getRequestHeaders().containsKey("Origin")
                || host == null
                || !LOCAL.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** Asks on the bus's own thread. */
    private void answer(HttpExchange exchange, String type, Callable<String> question) throws IOException {
        try {
            send(
                    exchange,
                    200,
                    type,
                    loop.call(question)
                            .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                            .join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refused refused) {
                send(exchange, refused.status(), "text/plain", refused.getMessage() + "\n");
            } else if (e.getCause() instanceof IllegalArgumentException wrong) {
                send(exchange, 400, "text/plain", wrong.getMessage() + "\n");
            } else {
                send(exchange, 503, "text/plain", "The bus does not answer.\n");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "servicebus-admin");
        thread.setDaemon(true);
        return thread;
    }
}
