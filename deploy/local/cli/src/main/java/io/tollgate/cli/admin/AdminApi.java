package io.tollgate.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The administration of a platform, as its administrator; what is refused ends the command with the refusal's sentence. */
public final class AdminApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final String apiKey;
    private final String basic;

    public AdminApi(String url, String apiKey, String email, String password) {
        String pair = email + ":" + password;
        this.url = url;
        this.apiKey = apiKey;
        this.basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode get(String path) {
        return body(sent("GET", path, null, null));
    }

    /** The lines of a list that is a table, of all its pages, under its one heading. */
    public List<String> table(String path) {
        List<String> lines = new ArrayList<>();
        for (Optional<String> page = Optional.of(path); page.isPresent(); ) {
            HttpResponse<byte[]> answer =
                    requireDone(send(request("GET", page.get(), null).setHeader("Accept", "text/csv")));
            new String(answer.body(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(lines.isEmpty() ? 0 : 1)
                    .forEach(lines::add);
            page = answer.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
        }
        return lines;
    }

    /** Whether there is such a thing. */
    public boolean has(String path) {
        HttpResponse<byte[]> answer = send("GET", path, null, null);
        return answer.statusCode() != NOT_FOUND && requireDone(answer) != null;
    }

    public JsonNode post(String path, Object body) {
        return body(sent("POST", path, body, null));
    }

    /** Changes the object as it is now. */
    public JsonNode patch(String path, Object body) {
        return body(sent("PATCH", path, body, tag(path)));
    }

    public JsonNode put(String path, Object body) {
        return body(sent("PUT", path, body, tag(path)));
    }

    public void delete(String path) {
        sent("DELETE", path, null, null);
    }

    /** The same for what has versions. */
    public void deleteTagged(String path) {
        sent("DELETE", path, null, tag(path));
    }

    private String tag(String path) {
        return sent("GET", path, null, null).headers().firstValue("ETag").orElse("\"v0\"");
    }

    private HttpResponse<byte[]> sent(String method, String path, Object body, String tag) {
        return requireDone(send(method, path, body, tag));
    }

    private HttpResponse<byte[]> send(String method, String path, Object body, String tag) {
        HttpRequest.Builder request = request(method, path, body);
        return send(tag == null ? request : request.header("If-Match", tag));
    }

    private HttpRequest.Builder request(String method, String path, Object body) {
        return HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(20))
                .header("X-API-Key", apiKey)
                .header("Authorization", basic)
                .header("Content-Type", "application/json")
                .method(method, content(body));
    }

    private URI address(String path) {
        try {
            return URI.create(url + path);
        } catch (IllegalArgumentException noAddress) {
            throw new CommandFailed(url + " is not an address such as http://127.0.0.1:8090");
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new CommandFailed(
                    "the administration at " + url + " does not answer; is the platform up? ./tollgate up");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private static BodyPublisher content(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpResponse<byte[]> requireDone(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 300) {
            throw new CommandFailed(Refusal.sentence(answer.statusCode(), body(answer)));
        }
        return answer;
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        try {
            return answer.body().length == 0 ? NullNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new CommandFailed("the administration answered " + answer.statusCode() + " with what is not JSON");
        }
    }
}
