package io.tollgate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A client of the sandbox that reads as what it does. */
final class Caller {

    record Seen(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String apiKey;
    private final Duration patience;

    Caller(String url, String apiKey) {
        this(url, apiKey, Duration.ofSeconds(30));
    }

    private Caller(String url, String apiKey, Duration patience) {
        this.url = url;
        this.apiKey = apiKey;
        this.patience = patience;
    }

    /** The same, for what is answered late or never. */
    Caller impatient() {
        return new Caller(url, apiKey, Duration.ofMillis(3500));
    }

    Seen authorize(String key, String token) throws Exception {
        return post("/network/v1/authorizations", key, authorization(token, 4390, "pay_1"));
    }

    static String authorization(String token, long amount, String reference) {
        return "{\"token\":\"%s\",\"amount\":%d,\"currency\":\"EUR\",\"reference\":\"%s\"}"
                .formatted(token, amount, reference);
    }

    Seen step(String key, String authorizationId, String step) throws Exception {
        return post("/network/v1/authorizations/" + authorizationId + "/" + step, key, "");
    }

    Seen post(String path, String key, String body) throws Exception {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    Seen get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** The lines of a file. */
    List<String> lines(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString())
                .body()
                .lines()
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + apiKey)
                .timeout(patience);
    }

    private Seen send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Seen(response.statusCode(), JSON.readTree(response.body()));
    }
}
