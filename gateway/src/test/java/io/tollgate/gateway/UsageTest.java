package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.gateway.FakeService.Reply;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class UsageTest extends RunningGateway {
    @Test
    void what_a_client_did_is_reported_by_operation_and_outcome_with_the_bytes_that_went_over() {
        PRODUCTS.answers(request -> Reply.json(request.method().equals("POST") ? 201 : 200, "{\"n\":1}"));
        String today = today();
        HttpRequest.Builder read = client("counted", "/v1/products/prd_1");
        send(read);
        send(read);
        send(post(
                client("counted", "/v1/products").header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD)),
                "{\"name\":\"Tea\"}"));

        await().untilAsserted(() -> assertThat(sum("cli_counted", "GET /v1/products/{productId}", 200, "calls"))
                .isEqualTo(2));
        assertThat(sum("cli_counted", "GET /v1/products/{productId}", 200, "bytesOut"))
                .isEqualTo(14);
        await().untilAsserted(() -> assertThat(sum("cli_counted", "POST /v1/products", 201, "bytesIn"))
                .isEqualTo(14));
        assertThat(lines("cli_counted").get(0).path("day").asText())
                .as("also around midnight")
                .isBetween(today, today());
        assertThat(USERS.reports().stream().flatMap(report -> stream(report.path("keys"))))
                .anySatisfy(key -> assertThat(key.path("keyId").asText()).isEqualTo("key_cli_counted"));
    }

    @Test
    void a_refusal_of_a_known_client_is_counted_as_what_it_was_answered() {
        HttpRequest.Builder request = client("refused", "/v1/orders");
        problem(send(request), 401, "user-required");

        await().untilAsserted(() ->
                assertThat(sum("cli_refused", "GET /v1/orders", 401, "calls")).isEqualTo(1));
    }

    @Test
    void what_cannot_be_reported_waits_and_is_reported_once() {
        HttpRequest.Builder request = client("waiting", "/v1/products");
        USERS.refusesReports(503);
        for (int i = 0; i < 7; i++) {
            send(request);
        }
        await().until(() -> USERS.asked("/internal/v1/usage-reports") > 3);

        USERS.refusesReports(204);

        await().untilAsserted(() ->
                assertThat(sum("cli_waiting", "GET /v1/products", 200, "calls")).isEqualTo(7));
    }

    @Test
    void a_report_that_will_never_be_taken_is_dropped_and_counted_and_the_next_one_sent() {
        double before = refusedReports();
        USERS.refusesReports(400);
        send(client("dropped", "/v1/products"));
        // there may have been something else to report before
        await().until(() -> calls(USERS.refusedReports(), "cli_dropped") == 1 && refusedReports() > before);

        USERS.refusesReports(204);
        send(client("dropped", "/v1/products"));

        await().untilAsserted(() ->
                assertThat(sum("cli_dropped", "GET /v1/products", 200, "calls")).isEqualTo(1));
    }

    @Test
    void items_that_are_not_taken_are_counted_and_the_report_is_not_sent_again() {
        double before = refusedItems();
        USERS.refusesReports(200);
        send(client("partly", "/v1/products"));
        await().until(() -> refusedItems() > before);

        USERS.refusesReports(204);
        send(client("partly", "/v1/products"));

        await().untilAsserted(() ->
                assertThat(sum("cli_partly", "GET /v1/products", 200, "calls")).isEqualTo(2));
    }

    private double refusedItems() {
        return meters.counter("tollgate.gateway.reports.items.refused").count();
    }

    private double refusedReports() {
        return meters.counter("tollgate.gateway.reports", "outcome", "refused").count();
    }

    private static long sum(String client, String operation, int status, String what) {
        return lines(client).stream()
                .filter(line -> line.path("operation").asText().equals(operation))
                .filter(line -> line.path("status").asInt() == status)
                .mapToLong(line -> line.path(what).asLong())
                .sum();
    }

    private static String today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toString();
    }

    private static long calls(List<JsonNode> reports, String client) {
        return lines(reports, client).stream()
                .mapToLong(line -> line.path("calls").asLong())
                .sum();
    }

    private static List<JsonNode> lines(String client) {
        return lines(USERS.reports(), client);
    }

    private static List<JsonNode> lines(List<JsonNode> reports, String client) {
        return reports.stream()
                .flatMap(report -> stream(report.path("usage")))
                .filter(line -> line.path("clientId").asText().equals(client))
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private HttpRequest.Builder client(String name, String path) {
        USERS.clientOf("free", "tg_live_usage_" + name, "cli_" + name);
        return request(path).header("X-API-Key", "tg_live_usage_" + name);
    }
}
