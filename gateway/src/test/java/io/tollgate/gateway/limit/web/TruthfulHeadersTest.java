package io.tollgate.gateway.limit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.limit.Ledger;
import io.tollgate.gateway.limit.RandomPlans;
import io.tollgate.gateway.limit.TakeAllowance;
import io.tollgate.gateway.limit.Verdict;
import io.tollgate.gateway.limit.bucket.VirtualCounts;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random plans and schedules under a virtual clock: who does as the headers say is not refused. */
class TruthfulHeadersTest {
    private static final int REQUESTS = 150;
    private static final long MILLI = 1_000_000;

    private long now = 1_234_567_890_123L;

    static Stream<Long> seeds() {
        return new Random(20261121).longs(300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_obeys_ratelimit_is_never_refused(long seed) {
        World world = new World(seed);
        for (int i = 0; i < REQUESTS; i++) {
            String operation = world.somethingLater();
            now = world.client.mayAsk(operation, now);
            assertThat(world.ask(operation).isAdmitted()).as("request %s", i).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_obeys_the_older_headers_is_never_refused_where_limits_hold_for_every_operation(long seed) {
        World world = new World(seed);
        if (world.plan.limits().stream()
                .anyMatch(
                        limit -> limit.per() == Per.ROUTE || !limit.operations().isEmpty())) {
            return;
        }
        for (int i = 0; i < REQUESTS; i++) {
            String operation = world.somethingLater();
            now = world.client.mayAskByOlderHeaders(operation, now);
            assertThat(world.ask(operation).isAdmitted()).as("request %s", i).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_waits_as_long_as_a_refusal_says_is_not_refused_again_and_no_limit_is_ever_passed(long seed) {
        World world = new World(seed);
        int refusals = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String operation = world.somethingLater();
            Verdict verdict = world.ask(operation);
            if (!verdict.isAdmitted()) {
                refusals++;
                now += retryAfter(verdict) * 1_000 * MILLI;
                assertThat(world.ask(operation).isAdmitted())
                        .as("the request after refusal %s", refusals)
                        .isTrue();
            }
        }
        world.ledgers.values().forEach(Ledger::check);
    }

    private static long retryAfter(Verdict verdict) {
        RuntimeException refusal = verdict.refusal().orElseThrow();
        return new LimitProblems()
                .limitRefusals()
                .problemOf(refusal)
                .map(problem -> Long.parseLong(problem.headers().get("Retry-After")))
                .orElseThrow();
    }

    private final class World {
        private final Random random;
        private final Plan plan;
        private final ObedientClient client;
        private final Map<String, Ledger> ledgers = new HashMap<>();

        World(long seed) {
            random = new Random(seed);
            plan = RandomPlans.of(random);
            client = new ObedientClient(plan, new TakeAllowance(VirtualCounts.of(() -> now)));
        }

        /** Mostly at once, sometimes after a while. */
        String somethingLater() {
            if (random.nextInt(5) == 0) {
                now += random.nextLong(20_000 * MILLI);
            }
            return RandomPlans.OPERATIONS.get(random.nextInt(3));
        }

        Verdict ask(String operation) {
            Verdict verdict = client.ask(operation, now);
            if (verdict.isAdmitted()) {
                verdict.counted()
                        .forEach(counted -> ledger(counted.limit(), operation).admitted(now, plan.costOf(operation)));
            }
            return verdict;
        }

        private Ledger ledger(Limit limit, String operation) {
            String part = limit.per() == Per.ROUTE ? operation : "";
            return ledgers.computeIfAbsent(limit.name() + part, name -> new Ledger(limit));
        }
    }
}
