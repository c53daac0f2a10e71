package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminTest {

    private final HttpClient http = HttpClient.newHttpClient();

    private static TestBus bus() {
        return TestBus.with(
                Options.defaults().withAdminPort(0),
                "queues: [{name: jobs}]",
                "topics: [{name: news, subscriptions: [{name: all}]}]");
    }

    private HttpResponse<String> get(TestBus bus, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + bus.server().adminPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void health_and_readiness_answer() throws Exception {
        try (TestBus bus = bus()) {
            assertThat(get(bus, "/healthz").statusCode()).isEqualTo(200);
            assertThat(get(bus, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(bus, "/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void entities_are_listed_with_their_counts() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessages(List.of(message("a"), message("b"), message("c")));
            var receiver = bus.receiver("jobs");
            receiver.deadLetter(next(receiver));
            next(receiver);

            assertThat(get(bus, "/entities").body())
                    .contains("{\"entity\":\"jobs\",\"kind\":\"queue\",\"active\":2,\"deadLettered\":1,"
                            + "\"scheduled\":0,\"deferred\":0,\"locked\":1,\"receivers\":1}")
                    .contains("\"entity\":\"news/subscriptions/all\",\"kind\":\"subscription\"");
            assertThat(get(bus, "/metrics").body())
                    .contains("servicebus_messages{entity=\"jobs\",state=\"active\"} 2")
                    .contains("servicebus_messages{entity=\"jobs/$deadletterqueue\",state=\"active\"} 1");
        }
    }

    @Test
    void messages_are_shown_without_being_taken() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessage(message("a").setMessageId("m-1").setSubject("greeting"));

            String shown = get(bus, "/peek?entity=jobs").body();

            assertThat(shown).contains("\"messageId\":\"m-1\"").contains("\"subject\":\"greeting\"");
            assertThat(get(bus, "/peek?entity=nowhere").statusCode()).isEqualTo(404);
            assertThat(get(bus, "/peek").statusCode()).isEqualTo(400);
            assertThat(next(bus.receiver("jobs")).getBody()).hasToString("a");
        }
    }

    @Test
    void a_queue_is_purged_of_what_nobody_holds() throws Exception {
        try (TestBus bus = bus()) {
            bus.sender("jobs").sendMessages(List.of(message("held"), message("b"), message("c")));
            next(bus.receiver("jobs"));
            URI uri = URI.create("http://127.0.0.1:" + bus.server().adminPort() + "/purge?entity=jobs");

            String answer = http.send(
                            HttpRequest.newBuilder(uri)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(answer).isEqualTo("{\"purged\":2}\n");
            assertThat(TestBus.bodies(bus.receiver("jobs").peekMessages(5))).containsExactly("held");
        }
    }

    @Test
    void a_web_page_is_refused() throws Exception {
        try (TestBus bus = bus()) {
            URI uri = URI.create("http://127.0.0.1:" + bus.server().adminPort() + "/purge?entity=jobs");
            HttpRequest foreign = HttpRequest.newBuilder(uri)
                    .header("Origin", "https://example.com")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();

            assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        }
    }

    /** The value of the metric that begins so. */
    static int metric(TestBus bus, String name) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + bus.server().adminPort() + "/metrics");
        String metrics = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
