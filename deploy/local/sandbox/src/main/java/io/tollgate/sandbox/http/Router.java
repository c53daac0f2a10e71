package io.tollgate.sandbox.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/** Finds the endpoint of a request; late answers wait on a timer, so that a thousand of them hold no thread. */
public final class Router implements HttpHandler, AutoCloseable {

    /** A connection whose answer never comes is dropped after this time: longer than any caller waits. */
    private static final long PATIENCE_SECONDS = 120;

    private final List<Endpoint> endpoints = new ArrayList<>();
    private final ObjectMapper json;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-timer");
        thread.setDaemon(true);
        return thread;
    });

    public Router(ObjectMapper json) {
        this.json = json;
        endpoints.add(Endpoint.of(
                "GET",
                "/(?:healthz|readyz)",
                up -> Answer.of(200, Answer.object().put("status", "UP"))));
    }

    public Router route(List<Endpoint> more) {
        endpoints.addAll(more);
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) {
        Answer answer = answer(exchange);
        if (answer.delay().isZero()) {
            send(exchange, answer);
        } else if (answer.delay().equals(Answer.NEVER)) {
            timer.schedule(exchange::close, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } else {
            timer.schedule(() -> send(exchange, answer), answer.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            for (Endpoint endpoint : endpoints) {
                Matcher path = endpoint.path().matcher(exchange.getRequestURI().getPath());
                if (endpoint.method().equals(exchange.getRequestMethod()) && path.matches()) {
                    return endpoint.operation().apply(Calls.read(exchange, path, json));
                }
            }
            return Answer.refusal(404, "no_such_operation");
        } catch (Refused refused) {
            return refused.answer();
        } catch (IOException | RuntimeException failed) {
            System.getLogger("sandbox").log(System.Logger.Level.ERROR, "an operation failed", failed);
            return Answer.refusal(500, "sandbox_failed");
        }
    }

    private void send(HttpExchange exchange, Answer answer) {
        try (exchange) {
            byte[] body = answer.bytes(json);
            exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            System.getLogger("sandbox").log(System.Logger.Level.DEBUG, "the caller had gone", gone);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
