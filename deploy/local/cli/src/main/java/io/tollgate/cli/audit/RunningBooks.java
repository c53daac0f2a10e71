package io.tollgate.cli.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.platform.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The books of a process that runs, asked for on its management port. */
record RunningBooks(String name, String managementUrl) implements Books {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public List<Row> rows(String table) {
        return Pages.all(after -> page(table, after));
    }

    private List<Row> page(String table, String after) {
        String path = "/audit/" + table + "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new CommandFailed(name + " answered " + answer.statusCode() + " for " + path);
            }
            List<Row> rows = new ArrayList<>();
            JSON.readTree(answer.body()).forEach(row -> rows.add(new Row(row)));
            return rows;
        } catch (IOException e) {
            throw new CommandFailed(name + " did not answer " + path + " (" + e + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }
}
