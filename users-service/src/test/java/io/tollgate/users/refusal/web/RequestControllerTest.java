package io.tollgate.users.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.Refused;
import io.tollgate.users.UsersTest;
import io.tollgate.users.refusal.RefusedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RequestControllerTest extends UsersTest {
    private static final String WHY = "/v1/requests/";

    @Autowired
    RefusedRequests requests;

    @Test
    void a_client_reads_why_it_was_refused_as_its_gateway_told_it() {
        String id = "req_01kn6vw99tfhgsf0epbwycsr8k";
        Map<String, Object> refusal = Map.ofEntries(
                Map.entry("requestId", id),
                Map.entry("traceId", "0af7651916cd43dd8448eb211c80319c"),
                Map.entry("at", Instant.now().toString()),
                Map.entry("clientId", "cli_told"),
                Map.entry("userId", "usr_somebody"),
                Map.entry("operation", "POST /v1/orders"),
                Map.entry("status", 429),
                Map.entry("type", "rate-limit-exceeded"),
                Map.entry("rule", "plan:free/limit:burst"),
                Map.entry("limit", 100),
                Map.entry("remaining", 0),
                Map.entry("resetAt", Instant.now().plusSeconds(9).toString()));
        for (String report : List.of("rep_refusals_1", "rep_refusals_2")) {
            post(
                            CALLERS.internal(),
                            "/internal/v1/usage-reports",
                            Map.of("reportId", report, "gatewayId", "gtw_1", "refusals", List.of(refusal)))
                    .expectStatus()
                    .isNoContent();
        }

        get(CALLERS.bearer("cli_told", null), WHY + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rule")
                .isEqualTo("plan:free/limit:burst")
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/rate-limit-exceeded")
                .jsonPath("$.traceId")
                .isEqualTo("0af7651916cd43dd8448eb211c80319c")
                .jsonPath("$.operation")
                .isEqualTo("POST /v1/orders")
                .jsonPath("$.limit")
                .isEqualTo(100)
                .jsonPath("$.remaining")
                .isEqualTo(0)
                .jsonPath("$.resetAt")
                .exists()
                .jsonPath("$.userId")
                .doesNotExist();
    }

    @Test
    void nobody_reads_anothers_but_the_user_whose_client_it_is() {
        Refused refused = new Refused(database);
        refused.client("cli_owned", "usr_owner");
        String id = refused.request("cli_owned");

        get(CALLERS.bearer("cli_owned", null), WHY + id).expectStatus().isOk();
        get(CALLERS.bearer("cli_other", "usr_owner"), WHY + id).expectStatus().isOk();
        problem(get(CALLERS.bearer("cli_other", null), WHY + id), 404, "not-found");
        problem(get(CALLERS.bearer("cli_other", "usr_other"), WHY + id), 404, "not-found");
        problem(get(CALLERS.bearer("cli_owned", null), WHY + "req_unknown"), 404, "not-found");
    }

    @Test
    void after_a_day_it_is_forgotten_and_then_gone() {
        Refused refused = new Refused(database);
        String old = refused.request("cli_old", Instant.now().minus(Duration.ofHours(25)));
        String young = refused.request("cli_old", Instant.now().minus(Duration.ofHours(23)));

        problem(get(CALLERS.bearer("cli_old", null), WHY + old), 404, "not-found");
        get(CALLERS.bearer("cli_old", null), WHY + young).expectStatus().isOk();
        requests.forget(Instant.now().minus(Duration.ofHours(24))).block(Duration.ofSeconds(10));

        assertThat(count("refused_request WHERE client_id = 'cli_old'")).isOne();
    }
}
