package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The bytes of bodies that have no length, or no end. */
class TransferredTest extends RunningGateway {
    private static final int PIECE = 200_000;
    private static final String TRAFFIC =
            "\"quotas\":[{\"name\":\"traffic\",\"unit\":\"bytes\",\"period\":\"day\",\"limit\":%d}]";

    @ParameterizedTest
    @CsvSource({"/v1/products/pieces, chunked", "/v1/orders/ord_1/events, stream"})
    void an_answer_that_its_client_breaks_off_is_counted_as_far_as_it_went(String path, String name) throws Exception {
        String key = client("broken_" + name, PIECE / 2);
        Sinks.Many<String> said = Sinks.many().replay().all();
        PRODUCTS.streams(said.asFlux());
        ORDERS.streams(said.asFlux());
        said.tryEmitNext("x".repeat(PIECE));
        said.tryEmitNext("x".repeat(PIECE));

        InputStream answer = HttpClient.newHttpClient()
                .send(by(key, path).build(), BodyHandlers.ofInputStream())
                .body();
        assertThat(answer.readNBytes(PIECE)).hasSize(PIECE);
        answer.close();

        await().untilAsserted(
                        () -> assertThat(sum("broken_" + name, "bytesOut")).isBetween((long) PIECE, 2L * PIECE));
        problem(send(by(key, "/v1/products")), 403, "quota-exceeded");
    }

    @ParameterizedTest
    @CsvSource({"/v1/products/pieces, chunked", "/v1/orders/ord_1/events, stream"})
    void an_answer_without_a_length_is_counted_to_its_end(String path, String name) {
        String key = client("whole_" + name, 40);
        PRODUCTS.streams(Flux.range(0, 5).map(i -> "ten bytes\n"));
        ORDERS.streams(Flux.range(0, 5).map(i -> "ten bytes\n"));

        assertThat(send(by(key, path)).body()).hasSize(50);

        await().untilAsserted(() -> assertThat(sum("whole_" + name, "bytesOut")).isEqualTo(50));
        problem(send(by(key, "/v1/products")), 403, "quota-exceeded");
    }

    @Test
    void a_request_without_a_length_is_counted_to_its_end() {
        String key = client("upload", 500);

        send(by(key, "/v1/products")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[600]))));

        await().untilAsserted(() -> assertThat(sum("upload", "bytesIn")).isEqualTo(600));
        problem(send(by(key, "/v1/products")), 403, "quota-exceeded");
    }

    @Test
    void a_request_that_its_client_breaks_off_is_counted_as_far_as_it_came() throws IOException {
        String key = client("half", 50);
        String basic = basic(FakeUsers.EMAIL, FakeUsers.PASSWORD);
        try (RawClient client = new RawClient(port)) {
            client.send("POST /v1/products HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-API-Key: " + key
                    + "\r\nAuthorization: " + basic + "\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n" + "x".repeat(100)
                    + "\r\n");
            await().until(() -> PRODUCTS.bytesArrived() == 100);
            client.abort();
        }

        await().untilAsserted(() -> assertThat(sum("half", "bytesIn")).isEqualTo(100));
        problem(send(by(key, "/v1/products")), 403, "quota-exceeded");
    }

    private static String client(String name, long bytes) {
        USERS.plan(name, TRAFFIC.formatted(bytes));
        USERS.clientOf(name, "tg_live_" + name, "cli_" + name);
        USERS.quotas.limit("cli_" + name, "traffic", bytes);
        return "tg_live_" + name;
    }

    private HttpRequest.Builder by(String key, String path) {
        return request(path)
                .header("X-API-Key", key)
                .header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD));
    }

    private static long sum(String client, String what) {
        List<JsonNode> reports = USERS.reports();
        return reports.stream()
                .flatMap(report -> StreamSupport.stream(report.path("usage").spliterator(), false))
                .filter(line -> line.path("clientId").asText().equals("cli_" + client))
                .mapToLong(line -> line.path(what).asLong())
                .sum();
    }
}
