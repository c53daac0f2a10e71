package io.tollgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** An outside client of the gateway: an API key, and the user who acts when there is one. */
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final String apiKey;
    private final String basic;

    private ApiClient(String gateway, String apiKey, String basic) {
        this.gateway = gateway;
        this.apiKey = apiKey;
        this.basic = basic;
    }

    public static ApiClient withKey(String gateway, String apiKey) {
        return new ApiClient(gateway, apiKey, null);
    }

    public ApiClient as(String email, String password) {
        String pair = email + ":" + password;
        return new ApiClient(
                gateway, apiKey, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return send(body(request(path), "POST", body, headers));
    }

    public Answer put(String path, Object body, String... headers) {
        return send(body(request(path), "PUT", body, headers));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(20))
                .header("X-API-Key", apiKey);
        return basic == null ? request : request.header("Authorization", basic);
    }

    private static HttpRequest.Builder body(
            HttpRequest.Builder request, String method, Object body, String... headers) {
        try {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<byte[]> response = http.send(built, HttpResponse.BodyHandlers.ofByteArray());
            return Answer.of(built, response);
        } catch (IOException e) {
            throw new CommandFailed(built.method() + " " + built.uri() + " was not answered (" + e
                    + "); is the platform up? ./tollgate up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /** What came back: status, headers of interest and the JSON body. */
    public record Answer(String call, int status, Map<String, java.util.List<String>> headers, JsonNode body) {

        static Answer of(HttpRequest request, HttpResponse<byte[]> response) throws IOException {
            byte[] bytes = response.body();
            return new Answer(
                    request.method() + " " + request.uri().getPath(),
                    response.statusCode(),
                    response.headers().map(),
                    bytes.length == 0 ? NullNode.getInstance() : JSON.readTree(bytes));
        }

        /** This answer, or the end of the command when its status is another. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new CommandFailed(call + " answered " + status + " where " + expected + " was expected: " + body);
            }
            return this;
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }
}
