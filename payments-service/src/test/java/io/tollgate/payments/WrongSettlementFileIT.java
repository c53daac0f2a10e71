package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tollgate.values.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Files that no card network should write: none of them is taken for a comparison, and the right one is, whenever it comes. */
@DirtiesContext
class WrongSettlementFileIT extends RunningPayments {
    private static final Duration SOON = Duration.ofSeconds(100);
    private static final String HEADER = "operation_id,authorization,reference,type,amount,currency,time\n";
    private static final String LINE = "pay_9-capture,auth_9,pay_9,capture,4390,EUR,2026-05-04T12:00:00Z\n";
    /** Today, and yesterday if midnight comes meanwhile. */
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC);

    private static final HttpServer NETWORK = start();
    private static volatile String file = HEADER;
    private static volatile int fetched;

    @Autowired
    private Ids ids;

    @DynamicPropertySource
    static void itsFiles(DynamicPropertyRegistry registry) {
        registry.add("TOLLGATE_PAYMENTS_DB_URL", () -> "r2dbc:h2:mem:///payments-wrong-files");
        registry.add(
                "payments.network.url",
                () -> "http://127.0.0.1:" + NETWORK.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        NETWORK.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>try again later</html>\n",
                HEADER + "pay_9-capture,auth_9,pay_9,capture,4390,EUR\n",
                HEADER + LINE + "pay_8-capture,auth_8,pay_8,capture,43.90,EUR,2026-05-04T12:00:00Z\n",
                HEADER + "pay_8-capture,auth_8,pay_8,capture,4390,BITCOIN,2026-05-04T12:00:00Z\n",
                HEADER + "pay_8-capture,auth_8,pay_8,gift,4390,EUR,2026-05-04T12:00:00Z\n",
                HEADER + ",auth_8,pay_8,capture,4390,EUR,2026-05-04T12:00:00Z\n"
            })
    void what_is_no_such_file_is_not_compared_and_the_right_one_is_later(String wrong) {
        assertNotCompared(wrong);

        assertThat(compared(HEADER + LINE).path("extra").asLong()).isEqualTo(1);
    }

    @Test
    void a_name_without_end_and_a_line_without_end_are_not_compared() {
        assertNotCompared(HEADER + "p".repeat(300) + ",auth_8,pay_8,capture,4390,EUR,2026-05-04T12:00:00Z\n");
        assertNotCompared(HEADER + "p".repeat(1_000_000));
    }

    @Test
    void a_file_with_nothing_in_it_agrees_with_a_ledger_that_has_nothing() {
        JsonNode found = compared(HEADER);

        assertThat(found.path("matched").asLong()).isZero();
        assertThat(found.path("differences")).isEmpty();
    }

    @Test
    void a_huge_file_is_compared_and_its_first_thousand_differences_are_shown() {
        JsonNode found = compared(HEADER
                + IntStream.range(0, 1_200)
                        .mapToObj(i -> LINE.replace("pay_9", "pay_" + i))
                        .collect(Collectors.joining()));

        assertThat(found.path("extra").asLong()).isEqualTo(1_200);
        assertThat(found.path("differences")).hasSize(1_000);
    }

    @Test
    void a_file_that_is_longer_than_a_day_can_be_is_not_compared() {
        assertNotCompared(HEADER + LINE.repeat(200_001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"9999-12-31\"",
                "\"-9999-01-01\"",
                "\"1999-12-31\"",
                "\"2026-02-30\"",
                "\"yesterday\"",
                "\"\"",
                "20000",
                "[2026,5,4]",
                "null"
            })
    void a_day_that_is_none_is_refused_where_it_stands(String date) {
        askForReconciliationOf(date, ids.next("ref"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/date");
    }

    private void assertNotCompared(String wrong) {
        file = wrong;
        int before = fetched;
        askForReconciliation(DAY, ids.next("ref"));
        await().atMost(SOON).until(() -> fetched > before);
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> reconciliation(DAY).path("status").asText().equals("requested"));
    }

    private JsonNode compared(String right) {
        file = right;
        askForReconciliation(DAY, ids.next("ref"));
        await().atMost(SOON)
                .until(() -> reconciliation(DAY).path("status").asText().equals("finished"));
        return reconciliation(DAY);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            server.createContext("/network/v1/settlements", WrongSettlementFileIT::answer);
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    /** Of any other day there is a right one, with nothing in it. */
    private static void answer(HttpExchange exchange) throws IOException {
        boolean isTheDay = exchange.getRequestURI().getQuery().endsWith("=" + DAY);
        byte[] content = (isTheDay ? file : HEADER).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            exchange.getResponseBody().write(content);
        } finally {
            fetched += isTheDay ? 1 : 0;
        }
    }
}
