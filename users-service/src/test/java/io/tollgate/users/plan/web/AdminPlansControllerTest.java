package io.tollgate.users.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.users.UsersTest;
import io.tollgate.users.credential.CredentialFeed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class AdminPlansControllerTest extends UsersTest {
    private static final Map<String, Object> BUCKET = Map.of(
            "name",
            "burst",
            "per",
            "client",
            "algorithm",
            "token-bucket",
            "limit",
            600,
            "windowSeconds",
            60,
            "burst",
            9);

    @Autowired
    CredentialFeed feed;

    private final String name = unique("gold-");
    private final String uri = "/admin/v1/plans/" + name;

    @Test
    void a_plan_is_made_changed_given_to_a_client_and_kept_while_the_client_has_it() {
        long before = plansVersion();
        post(admin(), "/admin/v1/plans", Map.of("name", name, "limits", List.of(BUCKET)))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, uri);
        assertThat(plansVersion()).isGreaterThan(before);
        put("\"v1\"", Map.of("concurrency", 7)).expectStatus().isOk();
        problem(put("\"v1\"", Map.of("concurrency", 8)), 412, "precondition-failed");
        get(admin(), uri).expectBody().json("{\"concurrency\":7,\"limits\":[],\"source\":\"api\",\"version\":2}");

        post(admin(), "/admin/v1/clients", Map.of("name", "Tea", "plan", name, "scopes", List.of("catalog:read")))
                .expectStatus()
                .isCreated();
        problem(delete(admin(), uri, "\"v2\""), 409, "plan-in-use");
    }

    @Test
    void a_plan_that_nobody_has_is_removed() {
        post(admin(), "/admin/v1/plans", Map.of("name", name)).expectStatus().isCreated();
        problem(post(admin(), "/admin/v1/plans", Map.of("name", name)), 409, "plan-name-taken");

        delete(admin(), uri, "\"v1\"").expectStatus().isNoContent();
        problem(get(admin(), uri), 404, "not-found");
        get(admin(), "/admin/v1/audit?subject=plan:" + name)
                .expectBody()
                .jsonPath("$.items[*].deed")
                .isEqualTo(List.of("plan-removed", "plan-created"));
    }

    @Test
    void a_plan_of_the_file_changes_there() {
        String tag = tag(admin(), "/admin/v1/plans/free");

        problem(delete(admin(), "/admin/v1/plans/free", tag), 409, "plan-declared-in-file");
        problem(
                http.put()
                        .uri("/admin/v1/plans/free")
                        .header(HttpHeaders.AUTHORIZATION, admin())
                        .header(HttpHeaders.IF_MATCH, tag)
                        .bodyValue(Map.of())
                        .exchange(),
                409,
                "plan-declared-in-file");
        get(admin(), "/admin/v1/plans")
                .expectBody()
                .jsonPath("$.items[?(@.name == 'free')].source")
                .isEqualTo("file")
                .jsonPath("$.fileProblem")
                .doesNotExist();
    }

    @Test
    void what_is_wrong_about_a_plan_is_named_with_its_place() {
        problem(
                        post(
                                admin(),
                                "/admin/v1/plans",
                                Map.of(
                                        "name", "Gold",
                                        "costs", Map.of("GET /v1/products", 1001),
                                        "scopes", List.of("internal"))),
                        400,
                        "validation-failed")
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/name", "/costs/GET ~1v1~1products", "/scopes/0"));
        problem(post(admin(), "/admin/v1/plans", Map.of("name", name, "limit", List.of())), 400, "unknown-property");
    }

    @Test
    void a_narrower_plan_narrows_its_clients() {
        post(admin(), "/admin/v1/plans", Map.of("name", name, "scopes", List.of("catalog:read")))
                .expectStatus()
                .isCreated();

        problem(
                        post(
                                admin(),
                                "/admin/v1/clients",
                                Map.of("name", "Tea", "plan", name, "scopes", List.of("catalog:read", "orders:read"))),
                        422,
                        "scope-beyond-plan")
                .jsonPath("$.scopes[0]")
                .isEqualTo("orders:read");
    }

    @Test
    void a_client_beyond_its_narrowed_plan_can_still_be_suspended() {
        post(admin(), "/admin/v1/plans", Map.of("name", name)).expectStatus().isCreated();
        String client = post(
                        admin(),
                        "/admin/v1/clients",
                        Map.of("name", "Tea", "plan", name, "scopes", List.of("orders:read")))
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LOCATION);
        put("\"v1\"", Map.of("scopes", List.of("catalog:read"))).expectStatus().isOk();

        patch(admin(), client, "\"v1\"", Map.of("status", "suspended"))
                .expectStatus()
                .isOk();
        problem(patch(admin(), client, "\"v2\"", Map.of("scopes", List.of("orders:write"))), 422, "scope-beyond-plan");
    }

    @Test
    void a_text_is_checked_as_the_file_would_be() {
        post(admin(), "/admin/v1/plans/validation", Map.of("text", "plans: [{name: gold}]", "part", true))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.plans[0].name")
                .isEqualTo("gold");
        post(admin(), "/admin/v1/plans/validation", Map.of("text", "plans:\n  - name: internal\n"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.plans[0].name")
                .isEqualTo("internal")
                .jsonPath("$.problem")
                .doesNotExist();
        post(admin(), "/admin/v1/plans/validation", Map.of("text", "plans:\n  - name: Internal\n"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.problem")
                .value(problem -> assertThat((String) problem).startsWith("line 2, column 11: /plans/0/name must be"));
        get(admin(), "/admin/v1/plans")
                .expectBody()
                .jsonPath("$.items[?(@.name == 'free')]")
                .isNotEmpty();
    }

    @Test
    void its_problems_are_documented() {
        Stream.of(PlanProblems.DECLARED, PlanProblems.IN_USE, PlanProblems.TAKEN)
                .forEach(type -> ProblemRows.assertDocumented(type.name(), type.status(), type.title()));
    }

    private ResponseSpec put(String etag, Object body) {
        return http.put()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, admin())
                .header(HttpHeaders.IF_MATCH, etag)
                .bodyValue(body)
                .exchange();
    }

    private long plansVersion() {
        return feed.head().block().plans();
    }
}
