package io.tollgate.users.usage.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class GatewayReportsTest extends CountedClientTest {
    @Test
    void what_gateways_report_adds_up_and_a_repeated_report_counts_once() {
        report("r1", line("GET /v1/products", 200, today, 3));
        report("r1", line("GET /v1/products", 200, today, 3));
        report("r2", line("GET /v1/products", 200, today, 4));

        get(bearer(owner), "/v1/clients/" + client + "/usage")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].calls")
                .isEqualTo(7)
                .jsonPath("$.items[0].bytesOut")
                .isEqualTo(700);
    }

    @Test
    void a_thousand_lines_are_a_few_statements_and_lines_of_one_kind_add_up() {
        List<Map<String, Object>> lines = IntStream.range(0, 1000)
                .mapToObj(i -> line("GET /v1/products/" + i % 999, 200, today, 1))
                .toList();
        report("r6", lines.toArray(Map[]::new));
        long before = statements();

        report("r7", lines.toArray(Map[]::new));

        assertThat(statements() - before).isLessThan(200);
        assertThat(count("usage_count WHERE client_id = '" + client + "'")).isEqualTo(999);
        assertThat(items("?operation=GET /v1/products/0").toString()).contains("calls=4");
        assertThat(items("?operation=GET /v1/products/998").toString()).contains("calls=2");
    }

    @Test
    void two_gateways_at_the_same_time_lose_nothing_of_each_other() {
        List<Map<String, Object>> lines = IntStream.range(0, 300)
                .mapToObj(i -> line("GET /v1/products/" + i, 200, today, 1))
                .toList();
        Flux.range(0, 12)
                .flatMap(
                        number -> Mono.fromRunnable(() -> report("p" + number, lines.toArray(Map[]::new)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        6)
                .blockLast();

        assertThat(count("usage_count WHERE calls = 12 AND client_id = '" + client + "'"))
                .isEqualTo(300);
    }

    @Test
    void an_item_that_is_wrong_keeps_none_of_the_others_out_and_is_answered_and_counted() {
        Map<String, Object> wrong = new HashMap<>(line("GET /v1/products", 200, today, 9));
        List<Map<String, Object>> lines = new ArrayList<>(List.of(line("GET /v1/products", 200, today, 3)));
        for (Map.Entry<String, Object> flaw : Map.of(
                        "day", (Object) "yesterday", "clientId", "not an id", "status", 99, "calls", -1)
                .entrySet()) {
            Map<String, Object> line = new HashMap<>(wrong);
            line.put(flaw.getKey(), flaw.getValue());
            lines.add(line);
        }
        wrong.put("day", "+999999999-12-31");
        lines.add(wrong);
        lines.add(null);
        Map<String, Object> report = Map.of(
                "reportId",
                "wrong" + client.substring(4),
                "gatewayId",
                "gtw_1",
                "usage",
                lines,
                "leases",
                List.of(Map.of("leaseId", ids.next("lea"))),
                "keys",
                List.of("key_1"),
                "refusals",
                List.of(Map.of("requestId", ids.next("req"), "at", "-300000-01-01T00:00:00Z")));
        double before =
                meters.counter("users.report.items.refused", "list", "usage").count();

        for (int time = 0; time < 2; time++) {
            List<?> refused = unchecked(report);
            assertThat(refused).hasSize(9);
            assertThat(refused.toString())
                    .contains("pointer=/usage/5/day, detail=must be of this age")
                    .contains("pointer=/usage/6, ")
                    .contains("pointer=/leases/0/used, ")
                    .contains("pointer=/keys/0, ")
                    .contains("pointer=/refusals/0/");
        }

        assertThat(items("").toString()).contains("calls=3").doesNotContain("calls=9");
        assertThat(meters.counter("users.report.items.refused", "list", "usage").count() - before)
                .isEqualTo(12);
    }

    @Test
    void a_report_without_a_name_or_with_too_much_is_refused_as_a_whole() {
        problem(
                post(CALLERS.internal(), "/internal/v1/usage-reports", Map.of("gatewayId", "gtw_1")),
                400,
                "validation-failed");
        problem(
                post(
                        CALLERS.internal(),
                        "/internal/v1/usage-reports",
                        Map.of(
                                "reportId",
                                "toomuch" + client.substring(4),
                                "gatewayId",
                                "gtw_1",
                                "usage",
                                Collections.nCopies(1001, line("GET /v1/products", 200, today, 1)))),
                400,
                "validation-failed");
    }

    /** What the contract would not let a gateway say. */
    private List<?> unchecked(Map<String, Object> report) {
        return (List<?>) WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .post()
                .uri("/internal/v1/usage-reports")
                .header(HttpHeaders.AUTHORIZATION, CALLERS.internal())
                .bodyValue(report)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("refused");
    }

    private long statements() {
        return meters.find("r2dbc.query").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
