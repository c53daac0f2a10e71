package io.tollgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.insights.Span;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainIT {

    private static final String TRACE = "ee".repeat(16);

    @TempDir
    private Path directory;

    @Test
    void a_terminated_process_finishes_what_it_began_and_loses_neither_spans_nor_log() throws Exception {
        Path console = directory.resolve("console.txt");
        try (Receiver receiver = new Receiver(directory.resolve("insights"));
                ShopProcess shop = new ShopProcess(console, environment(receiver))) {
            CompletableFuture<HttpResponse<String>> inFlight = slowRequest(shop);
            await().until(() -> Files.readString(console).contains("slow work"));

            shop.terminate();

            await().pollInterval(Duration.ofMillis(20)).until(() -> shop.ready() == 503);
            assertThat(shop.alive()).isEqualTo(200);
            await().untilAsserted(() ->
                    assertThatThrownBy(() -> Receiver.get(shop.url("/stock/1"))).isInstanceOf(ConnectException.class));
            assertThat(inFlight).isNotDone();
            Files.createFile(slowUntil());
            assertThat(inFlight.get().statusCode()).isEqualTo(200);
            assertThat(inFlight.get().body()).isEqualTo("done");
            assertThat(shop.exitCode()).isEqualTo(143);
            assertThat(receiver.trace(TRACE)).extracting(Span::name).contains("GET /slow");
        }
        everyLineOfTheLogIsJson();
        assertThat(Files.readString(console)).contains("slow work").doesNotContain("\"message\"");
    }

    private Map<String, String> environment(Receiver receiver) {
        return Map.of(
                "APPLICATIONINSIGHTS_CONNECTION_STRING", receiver.connectionString(),
                // Longer than the test: what arrives was flushed by the shutdown.
                "TOLLGATE_TRACE_DELAY", "1h",
                "TOLLGATE_LOG_DIR", directory.resolve("logs").toString(),
                "SHOP_SLOW_UNTIL", slowUntil().toString());
    }

    private Path slowUntil() {
        return directory.resolve("slow-until");
    }

    private static CompletableFuture<HttpResponse<String>> slowRequest(ShopProcess shop) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Receiver.get(shop.url("/slow"), "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private void everyLineOfTheLogIsJson() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = Files.readAllLines(directory.resolve("logs/shop.json"));
        for (String line : lines) {
            JsonNode event = json.readTree(line);
            assertThat(event.fieldNames()).toIterable().contains("timestamp", "level", "logger", "message", "service");
            assertThat(event.path("service").asText()).isEqualTo("shop");
        }
        JsonNode work = json.readTree(lines.stream()
                .filter(line -> line.contains("slow work"))
                .findFirst()
                .orElseThrow());
        assertThat(work.path("traceId").asText()).isEqualTo(TRACE);
        assertThat(work.path("spanId").asText()).matches("[0-9a-f]{16}");
        assertThat(work.path("exception").asText()).contains("IllegalStateException: a cause to be logged");
    }
}
