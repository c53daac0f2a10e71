package io.tollgate.users.usage.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.tollgate.users.UsersTest;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class UsageControllerTest extends UsersTest {
    private static final String PLAN =
            "{\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":100,\"mode\":\"enforce\"}]}";

    @Autowired
    private Ids ids;

    private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    private String client;
    private String owner;

    @BeforeEach
    void aClientWithAnOwner() {
        client = ids.next("cli");
        owner = ids.next("usr");
        if (count("api_plan WHERE name = 'counted'") == 0) {
            execute(
                    "INSERT INTO api_plan (name, source, definition, version, changed_at) VALUES ('counted', 'API', :text, 1, '2026-01-01T00:00:00')",
                    Map.of("text", PLAN));
        }
        execute(
                """
                INSERT INTO api_client (id, name, plan_name, scopes, credential_version, version, created_at, time_zone, owner_id)
                VALUES (:id, 'Tea shop', 'counted', 'catalog:read', 1, 1, '2026-01-01T00:00:00', 'Europe/Berlin', :owner)
                """,
                Map.of("id", client, "owner", owner));
    }

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

    @Test
    void usage_is_found_by_day_operation_and_status_and_page_by_page() {
        report(
                "r3",
                line("GET /v1/products", 200, today, 1),
                line("GET /v1/products", 404, today, 1),
                line("POST /v1/orders", 201, today.minusDays(3), 1),
                line("POST /v1/orders", 201, today.minusDays(90), 1));

        assertThat(items("")).hasSize(3);
        assertThat(items("?status=404")).hasSize(1);
        assertThat(items("?operation=POST /v1/orders")).hasSize(1);
        assertThat(items("?from=" + today.minusDays(91))).hasSize(4);
        assertThat(items("?to=" + today.minusDays(1))).hasSize(1);
        ResponseSpec first = get(bearer(owner), "/v1/clients/" + client + "/usage?limit=2");
        String link = first.expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LINK);
        String next = link.substring(1, link.indexOf('>'));
        get(bearer(owner), next)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].status")
                .isEqualTo(404);
    }

    @Test
    void usage_and_quotas_are_tables_for_who_wants_them() {
        report("r4", line("GET /v1/products", 200, today, 1));

        assertThat(csv("/usage"))
                .isEqualTo("clientId,day,operation,status,calls,bytesIn,bytesOut\r\n" + client + ',' + today
                        + ",GET /v1/products,200,1,10,100\r\n");
        assertThat(csv("/quotas")).contains("\r\nmonthly,calls,month,100,0,0,100,");
    }

    @Test
    void a_quota_shows_what_is_used_and_what_gateways_hold_of_it() {
        post(
                        CALLERS.internal(),
                        "/internal/v1/quota-leases",
                        Map.of("gatewayId", "gtw_1", "items", List.of(wanted(ids.next("lea")))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].granted")
                .isEqualTo(7);

        get(bearer(owner), "/v1/clients/" + client + "/quotas")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].used")
                .isEqualTo(7)
                .jsonPath("$.items[0].held")
                .isEqualTo(7)
                .jsonPath("$.items[0].remaining")
                .isEqualTo(93);
    }

    @Test
    void anothers_client_is_not_there_whoever_asks() {
        for (String path : List.of("/usage", "/quotas")) {
            problem(get(bearer(ids.next("usr")), "/v1/clients/" + client + path), 404, "not-found");
            problem(get(administrator(), "/v1/clients/" + client + path), 404, "not-found");
            problem(
                    get(CALLERS.bearer(client, null, "clients:read"), "/v1/clients/" + client + path),
                    401,
                    "user-required");
        }
    }

    @Test
    void administrators_see_all_clients_or_one() {
        report("r5", line("GET /v1/products", 200, today, 1));

        get(administrator(), "/admin/v1/usage?clientId=" + client)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        problem(get(bearer(owner), "/admin/v1/usage"), 403, "missing-role");
    }

    @Test
    void days_that_are_none_or_too_many_are_refused_by_name() {
        for (String query : List.of(
                "from=yesterday", "from=2026-05-04&to=2026-05-03", "from=2020-01-01&to=2026-01-01", "status=1000")) {
            problem(get(bearer(owner), "/v1/clients/" + client + "/usage?" + query), 400, "validation-failed");
        }
    }

    private List<?> items(String query) {
        return (List<?>) get(bearer(owner), "/v1/clients/" + client + "/usage" + query)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("items");
    }

    /** The contract's consumer knows JSON alone. */
    private String csv(String path) {
        return WebTestClient.bindToServer()
                .baseUrl(address())
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .get()
                .uri("/v1/clients/" + client + path)
                .header(HttpHeaders.AUTHORIZATION, bearer(owner))
                .header(HttpHeaders.ACCEPT, "text/csv, application/json;q=0.5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8;header=present")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
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

    private void report(String id, Map<?, ?>... lines) {
        post(
                        CALLERS.internal(),
                        "/internal/v1/usage-reports",
                        Map.of("reportId", id + client.substring(4), "gatewayId", "gtw_1", "usage", List.of(lines)))
                .expectStatus()
                .isNoContent();
    }

    private Map<String, Object> line(String operation, int status, LocalDate day, long calls) {
        return Map.of(
                "clientId", client,
                "operation", operation,
                "status", status,
                "day", day.toString(),
                "calls", calls,
                "bytesIn", 10 * calls,
                "bytesOut", 100 * calls);
    }

    private Map<String, Object> wanted(String lease) {
        return Map.of("leaseId", lease, "clientId", client, "quota", "monthly", "wanted", 7, "needed", 1);
    }

    private void execute(String sql, Map<String, Object> values) {
        database.sql(sql).bindValues(values).then().block();
    }

    private static String bearer(String user) {
        return CALLERS.bearer("cli_shop", user, "clients:read");
    }

    private static String administrator() {
        return CALLERS.bearer("cli_desk", "usr_root", List.of("admin"), "clients:read");
    }
}
