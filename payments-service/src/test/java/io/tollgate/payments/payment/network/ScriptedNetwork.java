package io.tollgate.payments.payment.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server that answers what the test wrote down, in order, and remembers what it was sent. */
final class ScriptedNetwork implements AutoCloseable {

    record Request(String line, String key, String authorization, String body) {}

    interface Line {
        void play(HttpExchange exchange) throws IOException;
    }

    private final HttpServer http;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Queue<Line> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean untouched = true;

    ScriptedNetwork() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        http.setExecutor(workers);
        http.createContext("/", this::handle);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Nobody ever called it and was answered. */
    boolean isUntouched() {
        return untouched;
    }

    void clear() {
        script.clear();
        requests.clear();
    }

    ScriptedNetwork answers(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return plays(exchange -> send(exchange, status, bytes, bytes.length));
    }

    /** Says more than it sends, and hangs up. */
    ScriptedNetwork cutsShort(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return plays(exchange -> send(exchange, status, bytes, bytes.length + 100));
    }

    ScriptedNetwork keepsSilent() {
        return plays(exchange -> {});
    }

    ScriptedNetwork hangsUp() {
        return plays(HttpExchange::close);
    }

    private ScriptedNetwork plays(Line line) {
        script.add(line);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        untouched = false;
        Line next = script.poll();
        (next == null ? (Line) HttpExchange::close : next).play(exchange);
    }

    private static void send(HttpExchange exchange, int status, byte[] body, int announced) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, announced);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
