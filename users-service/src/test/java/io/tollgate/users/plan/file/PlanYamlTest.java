package io.tollgate.users.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.http.HttpJson;
import io.tollgate.users.plan.PlanFileRefused;
import io.tollgate.users.plan.PlanFixtures;
import io.tollgate.users.plan.PlanPage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanYamlTest {
    private final PlanYaml yaml = new PlanYaml(new HttpJson().mapper(), PlanFixtures.KNOWN);

    @Test
    void plans_are_read_as_they_are_declared() {
        PlanPage page = yaml.parse(
                """
                plans:
                  - name: internal
                  - name: partner
                    limits:
                      - {name: burst, per: client, algorithm: token-bucket, limit: 6000, windowSeconds: 60, burst: 1000}
                    concurrency: 100
                    costs: {"POST /v1/orders": 5}
                    scopes: [catalog:read]
                """);

        assertThat(page.plans()).hasSize(2);
        assertThat(page.plans().get(1).rate().burst()).isEqualTo(1000);
        assertThat(page.plans().get(1).costs()).containsEntry("POST /v1/orders", 5);
        assertThat(page.plans().get(1).concurrency()).contains(100);
    }

    @Test
    void what_breaks_a_rule_is_named_with_its_line_and_column() {
        refused(
                """
                plans:
                  - name: internal
                    limits:
                      - {name: burst, per: client, algorithm: token-bucket, limit: 10, windowSeconds: 60, burst: 11}
                    costs:
                      FETCH it: 2
                """,
                "line 4, column 98: /plans/0/limits/0/burst must not be more than the limit; "
                        + "line 6, column 17: /plans/0/costs/FETCH it must be an operation such as GET /v1/products/{productId}");
    }

    @Test
    void an_operation_that_does_not_exist_is_named_with_the_one_that_was_meant() {
        refused(
                """
                plans:
                  - name: internal
                    costs:
                      GET /v1/products/{id}: 2
                """,
                "line 4, column 30: /plans/0/costs/GET ~1v1~1products~1{id} is no operation (near to it: GET /v1/products/{productId})");
    }

    @Test
    void what_is_missing_is_named_where_it_should_be() {
        refused(
                "plans:\n  - name: internal\n    quotas:\n      - name: daily\n        unit: calls\n        period: day\n",
                "line 4, column 9: /plans/0/quotas/0/limit is required");
        refused("plans: []\n", "line 1, column 8: /plans must have the plan internal");
        assertThat(yaml.parsePart("plans: [{name: gold}]").plans()).hasSize(1);
        refused("", "line 1, column 1: must be an object with the member plans");
    }

    @Test
    void a_word_that_does_not_exist_and_a_wrong_type_are_named() {
        refused("plans:\n  - name: internal\n    limit: []\n", "line 3, column 12: /plans/0/limit does not exist here");
        refused(
                "plans:\n  - name: internal\n    concurrency: many\n",
                "line 3, column 18: /plans/0/concurrency has a wrong type, format or value");
        refused("- name: internal\n", "line 1, column 1:  has a wrong type, format or value");
    }

    @Test
    void what_is_no_yaml_is_named_too() {
        assertThatThrownBy(() -> yaml.parse("plans:\n  - name: internal\n   limits: []\n"))
                .isInstanceOf(PlanFileRefused.class)
                .hasMessageStartingWith("line 3, column 4: is not YAML");
        assertThatThrownBy(() -> yaml.parse("plans:\n  - name: internal\n    name: twice\n"))
                .isInstanceOf(PlanFileRefused.class)
                .hasMessageContaining("line 3, column 5")
                .hasMessageContaining("duplicate key");
        assertThatThrownBy(() -> yaml.parse("plans: !!java.net.URL [\"http://example.com\"]\n"))
                .isInstanceOf(PlanFileRefused.class);
    }

    @Test
    void what_contains_itself_or_grows_without_end_is_refused() {
        refused("plans: &all\n  - *all\n", "line 1, column 8: is nested too deep, or in itself");
        refused(
                "plans:\n  - name: internal\n    costs: &costs {GET: *costs}\n",
                "line 3, column 20: is nested too deep, or in itself");
        refused(
                IntStream.range(1, 20)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining("", "a0: &a0 [x, y]\n", "")),
                "line 1, column 13: repeats too much");
    }

    @Test
    void a_member_without_a_name_and_an_unprintable_sign_are_named() {
        refused("plans:\n  - name: internal\n    ~: 2\n", "line 3, column 5: has a member with no name");
        refused("plans:\n  - name: internal # \u0007\n", "line 2: is not YAML, has a sign that cannot be printed");
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> yaml.parse(text))
                .isInstanceOf(PlanFileRefused.class)
                .hasMessage(sentence);
    }
}
