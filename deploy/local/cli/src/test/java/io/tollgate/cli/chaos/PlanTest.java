package io.tollgate.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.cli.chaos.Plan.PlannedKill;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void a_seed_replays_its_run() {
        assertThat(Plan.of(200, 10, 7)).isEqualTo(Plan.of(200, 10, 7)).isNotEqualTo(Plan.of(200, 10, 8));
    }

    @Test
    void a_plan_has_what_was_asked_for_and_its_kills_come_in_order() {
        Plan plan = Plan.of(200, 10, 7);

        assertThat(plan.orders()).hasSize(200);
        assertThat(plan.kills()).hasSize(10).isSortedAccordingTo(Comparator.comparing(PlannedKill::afterOrders));
        assertThat(plan.killsBefore(0)).isZero();
        assertThat(plan.killsBefore(200)).isEqualTo(10);
    }

    @Test
    void good_payments_and_addresses_are_the_most_and_every_misfortune_happens() {
        Plan plan = Plan.of(1_000, 0, 7);

        assertThat(plan.orders())
                .extracting("token")
                .contains("tok_declined", "tok_capture_refused", "tok_timeout_charged");
        assertThat(plan.orders()).extracting("street").contains("1 Refused Road", "1 Hanging Way", "1 Lost Lane");
        assertThat(plan.orders())
                .filteredOn(order -> order.token().equals("tok_visa"))
                .hasSizeGreaterThan(500);
        assertThat(plan.orders())
                .filteredOn(order -> order.cancelAfterMillis() >= 0)
                .hasSizeBetween(100, 200);
    }
}
