package io.tollgate.cli.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The other side's view of our payments. */
final class CardNetwork {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Install install;

    CardNetwork(Install install) {
        this.install = install;
    }

    /** What became of each authorization whose reference is one of those. */
    List<String> statusesOf(Set<String> references) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(install.url(Processes.SANDBOX) + "/network/v1/authorizations"))
                .header("Authorization", "Bearer " + install.secrets().cardNetworkKey())
                .build();
        try {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            JsonNode items = new ObjectMapper().readTree(body).at("/items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(item -> references.contains(item.at("/reference").asText()))
                    .map(item -> item.at("/status").asText())
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
