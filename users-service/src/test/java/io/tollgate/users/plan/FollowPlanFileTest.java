package io.tollgate.users.plan;

import static io.tollgate.users.plan.PlanFixtures.aBucket;
import static io.tollgate.users.plan.PlanFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.users.credential.FeedHead;
import io.tollgate.users.credential.RecordedFeed;
import io.tollgate.users.plan.PlanFixtures.KeptPlans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FollowPlanFileTest {
    private final KeptPlans plans = new KeptPlans();
    private final RecordedFeed feed = new RecordedFeed();
    private final List<String> deeds = new ArrayList<>();
    private Mono<PlanPage> file = page(plan("internal"), plan("free", aBucket(100, 10)));
    private final FollowPlanFile follow = new FollowPlanFile(
            new TheFile(),
            new ApplyPlanPage(
                    plans, new PlanAudit((deed, origin) -> Mono.fromRunnable(() -> deeds.add(deed.deed()))), feed));

    @Test
    void the_plans_of_the_file_hold_and_gateways_are_told_once() {
        follow.look().block();
        long told = feed.head().map(FeedHead::plans).block();
        follow.look().block();

        assertThat(plans.kept).containsOnlyKeys("internal", "free");
        assertThat(told).isPositive();
        assertThat(follow.problem()).isEmpty();
    }

    @Test
    void another_file_makes_other_plans_hold() {
        follow.look().block();
        file = page(plan("internal"), plan("free", aBucket(50, 5)), plan("gold"));
        follow.look().block();

        assertThat(plans.kept).containsOnlyKeys("internal", "free", "gold");
        assertThat(plans.kept.get("free").plan().rate().limit()).isEqualTo(50);
        assertThat(plans.kept.get("free").version()).isEqualTo(2);
        assertThat(plans.kept.get("internal").version()).isEqualTo(1);

        file = page(plan("internal"));
        follow.look().block();
        assertThat(plans.kept).containsOnlyKeys("internal");
        assertThat(deeds)
                .containsExactly(
                        "plan-created", "plan-created", "plan-changed", "plan-created", "plan-removed", "plan-removed");
    }

    @Test
    void a_bad_file_leaves_the_plans_as_they_are_until_it_is_good_again() {
        follow.look().block();
        Mono<PlanPage> good = file;
        file = Mono.error(new PlanFileRefused("line 3, column 7: no"));
        follow.look().block();

        assertThat(follow.problem()).contains("line 3, column 7: no");
        assertThat(plans.kept).containsOnlyKeys("internal", "free");

        file = good;
        follow.look().block();
        assertThat(follow.problem()).isEmpty();
    }

    @Test
    void a_plan_of_the_api_is_neither_replaced_nor_removed_by_a_file() {
        plans.kept.put("gold", new KeptPlan(plan("gold"), PlanSource.API, 4));
        follow.look().block();
        assertThat(plans.kept).containsKey("gold");

        file = page(plan("internal"), plan("gold", aBucket(1, 1)));
        follow.look().block();
        assertThat(follow.problem()).contains("the plan gold was made through the API already");
        assertThat(plans.kept.get("gold").version()).isEqualTo(4);
        assertThat(plans.kept).containsKey("free");
    }

    private final class TheFile implements PlanFile {
        @Override
        public Mono<PlanPage> read() {
            return file;
        }

        @Override
        public Mono<PlanPage> parse(String text) {
            return file;
        }

        @Override
        public Mono<PlanPage> parsePart(String text) {
            return file;
        }
    }

    private static Mono<PlanPage> page(Plan... plans) {
        return Mono.just(new PlanPage(List.of(plans)));
    }
}
