package io.tollgate.users.usage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class UsageControllerTest extends CountedClientTest {
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
    void each_of_the_two_forms_says_that_there_is_another() {
        for (String path : List.of("/usage", "/quotas")) {
            get(bearer(owner), "/v1/clients/" + client + path).expectHeader().valueEquals("Vary", "Accept");
            csv(path);
        }
    }

    @Test
    void days_that_are_none_or_too_many_are_refused_by_name() {
        for (String query : List.of(
                "from=yesterday", "from=2026-05-04&to=2026-05-03", "from=2020-01-01&to=2026-01-01", "status=1000")) {
            problem(get(bearer(owner), "/v1/clients/" + client + "/usage?" + query), 400, "validation-failed");
        }
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
                .expectHeader()
                .valueEquals(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private Map<String, Object> wanted(String lease) {
        return Map.of("leaseId", lease, "clientId", client, "quota", "monthly", "wanted", 7, "needed", 1);
    }

    private static String administrator() {
        return CALLERS.bearer("cli_desk", "usr_root", List.of("admin"), "clients:read");
    }
}
