package io.tollgate.testing;

import io.tollgate.testing.RecordedExchange.Half;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** Sends to a running service whatever HTTP lets through, and hears what it says. */
final class LiveConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String address;

    LiveConnection(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    RecordedExchange send(LiveRequest request) {
        HttpRequest.Builder wire = HttpRequest.newBuilder(URI.create(address + request.target()))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(header -> wire.header(header.getKey(), header.getValue()));
        try {
            HttpResponse<InputStream> answer = client.send(wire.build(), BodyHandlers.ofInputStream());
            return recorded(request, answer);
        } catch (IOException unanswered) {
            throw new AssertionError("no answer to " + request, unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Of the answer, for who reads about a failure. */
    static String shortened(RecordedExchange exchange) {
        String body = new String(exchange.response().body(), StandardCharsets.UTF_8);
        return body.substring(0, Math.min(600, body.length()));
    }

    private static RecordedExchange recorded(LiveRequest request, HttpResponse<InputStream> answer) throws IOException {
        HttpHeaders sent = new HttpHeaders();
        request.headers().forEach(header -> sent.add(header.getKey(), header.getValue()));
        HttpHeaders received = new HttpHeaders();
        answer.headers().map().forEach(received::addAll);
        try (InputStream body = answer.body()) {
            byte[] content = isEndless(received) ? new byte[0] : body.readAllBytes();
            return new RecordedExchange(
                    request.method(),
                    request.path(),
                    answer.statusCode(),
                    new Half(sent, request.body()),
                    new Half(received, content));
        }
    }

    /** A stream of events is left when it has begun. */
    private static boolean isEndless(HttpHeaders answer) {
        String type = answer.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }
}
