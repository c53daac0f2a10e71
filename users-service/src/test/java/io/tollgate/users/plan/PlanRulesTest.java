package io.tollgate.users.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanRulesTest {
    @Test
    void a_plan_in_which_everything_is_said_holds() {
        Limit bucket = new Limit(
                "burst", "client", "token-bucket", 6000, 60, 1000, "enforce", Optional.of(List.of("GET /v1/products")));
        Limit window = new Limit("hourly", "user", "sliding-window", 10000, 3600, null, "shadow", Optional.empty());
        Plan plan = new Plan(
                "partner",
                List.of(bucket, window),
                Optional.of(100),
                List.of(new Quota("monthly", "calls", "month", 1_000_000L, null)),
                Map.of("POST /v1/orders", 5),
                Optional.of(List.of("catalog:read")),
                new Networks(List.of("203.0.113.0/24"), List.of("2001:db8::/32")),
                false,
                "refuse");

        assertThat(flaws(plan)).isEmpty();
    }

    @Test
    void what_is_not_said_is_the_default() {
        Plan plan = new Plan("free", null, null, null, null, null, null, null, null);

        assertThat(flaws(plan)).isEmpty();
        assertThat(plan).isEqualTo(PlanFixtures.plan("free"));
        assertThat(new Limit("burst", "client", "token-bucket", 100, 60, null, null, null))
                .isEqualTo(PlanFixtures.aBucket(100, 100));
    }

    @Test
    void everything_that_is_wrong_is_said_with_its_place() {
        Limit wrong = new Limit(
                "Burst", "planet", "leaky", 0, 86_401, 5, "maybe", Optional.of(List.of("FETCH /x", "GET /a?b")));
        Plan plan = new Plan(
                "-",
                Arrays.asList(wrong, null),
                Optional.of(0),
                List.of(new Quota(null, "hours", "year", null, "off")),
                Map.of("POST /v1/orders", 1001),
                Optional.of(List.of("catalog:read", "internal")),
                new Networks(List.of("everywhere"), List.of("10.0.0.1/8")),
                true,
                "hope");

        assertThat(flaws(plan))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/limits/0/name",
                        "/limits/0/per",
                        "/limits/0/algorithm",
                        "/limits/0/limit",
                        "/limits/0/windowSeconds",
                        "/limits/0/burst",
                        "/limits/0/burst",
                        "/limits/0/mode",
                        "/limits/0/operations/0",
                        "/limits/0/operations/1",
                        "/limits/1",
                        "/concurrency",
                        "/quotas/0/name",
                        "/quotas/0/unit",
                        "/quotas/0/period",
                        "/quotas/0/limit",
                        "/quotas/0/mode",
                        "/costs/POST ~1v1~1orders",
                        "/scopes/1",
                        "/networks/allow/0",
                        "/networks/deny/0",
                        "/whenSharedStoreAway");
    }

    @Test
    void an_operation_or_scope_that_does_not_exist_is_refused_with_what_is_near_to_it() {
        Limit limit = new Limit(
                "some",
                "client",
                "sliding-window",
                1,
                1,
                null,
                null,
                Optional.of(List.of("GET /v1/products/{id}", "HEAD /v1/products", "GET /v1/something/quite/else")));
        Plan plan = new Plan(
                "free",
                List.of(limit),
                null,
                null,
                Map.of("POST /v1/order", 5),
                Optional.of(List.of("catalog:reed", "everything")),
                null,
                null,
                null);

        Flaws flaws = Flaws.none();
        PlanRules.check(plan, PlanFixtures.KNOWN, flaws);

        assertThat(flaws.all().stream().map(flaw -> flaw.pointer() + ' ' + flaw.sentence()))
                .containsExactly(
                        "/limits/0/operations/0 is no operation (near to it: GET /v1/products/{productId})",
                        "/limits/0/operations/1 is no operation (near to it: GET /v1/products)",
                        "/limits/0/operations/2 is no operation",
                        "/costs/POST ~1v1~1order is no operation (near to it: POST /v1/orders)",
                        "/scopes/0 is no scope (near to it: catalog:read)",
                        "/scopes/1 is no scope");
    }

    @Test
    void rules_beside_each_other_have_names_of_their_own_and_are_not_too_many() {
        Limit bucket = PlanFixtures.aBucket(100, 10);
        assertThat(flaws(PlanFixtures.plan("free", bucket, bucket))).containsExactly("/limits/1/name");

        Limit[] many = new Limit[11];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Limit("limit-" + i, "client", "sliding-window", 1, 1, null, null, null);
        }
        assertThat(flaws(PlanFixtures.plan("free", many))).containsExactly("/limits");
    }

    @Test
    void the_rate_for_gateways_that_know_no_more_is_the_first_bucket_that_counts() {
        Limit shadow = new Limit("shadow", "client", "token-bucket", 1, 60, 1, "shadow", Optional.empty());
        Limit some = new Limit(
                "some", "client", "token-bucket", 1, 60, 1, "enforce", Optional.of(List.of("GET /v1/products")));
        Limit user = new Limit("user", "user", "token-bucket", 1, 60, 1, "enforce", Optional.empty());
        Plan plan = PlanFixtures.plan("free", shadow, some, user, PlanFixtures.aBucket(100, 10));

        assertThat(plan.rate().limit()).isEqualTo(100);
        assertThat(plan.rate().burst()).isEqualTo(10);
        assertThat(PlanFixtures.plan("free", shadow).rate().limit()).isEqualTo(1_000_000);
    }

    private static List<String> flaws(Plan plan) {
        Flaws flaws = Flaws.none();
        PlanRules.check(plan, PlanFixtures.KNOWN, flaws);
        return flaws.all().stream().map(Flaw::pointer).toList();
    }
}
