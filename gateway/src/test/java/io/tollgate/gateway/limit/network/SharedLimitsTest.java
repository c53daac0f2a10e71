package io.tollgate.gateway.limit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.limit.Ledger;
import io.tollgate.gateway.limit.RandomPlans;
import io.tollgate.gateway.limit.Verdict;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several gateways over one real Redis: never more than the limit in any stretch of time, whatever happens. */
class SharedLimitsTest {
    private static final Duration SOON = Duration.ofMillis(500);
    private static final String PRODUCTS = RandomPlans.OPERATIONS.get(0);
    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private RealRedis redis;
    private OneGateway first;
    private OneGateway second;

    @BeforeEach
    void gateways() {
        redis = RealRedis.startOrSkip();
        gateways(Duration.ofSeconds(20));
    }

    private void gateways(Duration patience) {
        close(first, second);
        first = new OneGateway(redis, 2, Duration.ofDays(-3), patience);
        second = new OneGateway(redis, 2, Duration.ofHours(5), patience);
        await().until(() -> first.hasRedis() && second.hasRedis());
    }

    @AfterEach
    void close() {
        close(first, second);
        if (redis != null) {
            redis.close();
        }
    }

    private static void close(OneGateway... gateways) {
        Stream.of(gateways).filter(gateway -> gateway != null).forEach(OneGateway::close);
    }

    static Stream<Long> seeds() {
        return new Random(20261121).longs(8).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_limit_is_passed_by_gateways_with_wrong_clocks_of_which_one_dies(long seed) {
        Random random = new Random(seed);
        List<Plan> plans = IntStream.range(0, 6)
                .mapToObj(any -> quick(RandomPlans.of(random)))
                .toList();
        long until = System.nanoTime() + Duration.ofMillis(2_500).toNanos();
        OneGateway dying = new OneGateway(redis, 2, Duration.ofSeconds(42), Duration.ofSeconds(20));
        await().until(dying::hasRedis);

        Stream.of(first, second, dying).parallel().forEach(gateway -> {
            long end = gateway == dying ? until - Duration.ofMillis(1_200).toNanos() : until;
            Random own = new Random(seed + gateway.hashCode());
            while (System.nanoTime() < end) {
                int plan = own.nextInt(plans.size());
                ask(gateway, plans.get(plan), "cli_" + seed + plan, RandomPlans.OPERATIONS.get(own.nextInt(3)));
                if (own.nextInt(20) == 0) {
                    pause(own.nextInt(150));
                }
            }
        });
        dying.die();

        ledgers.values().forEach(Ledger::check);
    }

    @ParameterizedTest
    @EnumSource
    void gateways_together_admit_all_of_a_limit_and_then_nothing(Algorithm algorithm) {
        Plan plan = Plan.of("whole", List.of(limit(algorithm, 500, Duration.ofHours(10))));

        long admitted = IntStream.range(0, 900)
                .filter(i -> ask(i % 2 == 0 ? first : second, plan, "cli_whole", PRODUCTS)
                        .isAdmitted())
                .count();

        // what the other gateway holds is not there for this one
        assertThat(admitted).isBetween(490L, 500L);
        Verdict refused = ask(first, plan, "cli_whole", PRODUCTS);
        assertThat(refused.counted().get(0).standing().untilNext()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void the_common_request_does_not_ask_redis(Algorithm algorithm) {
        Plan plan = Plan.of("busy", List.of(hourly(algorithm, 100_000)));
        double before = first.asked();

        IntStream.range(0, 20_000).forEach(i -> first.ask(plan, "cli_busy", PRODUCTS));

        assertThat(first.asked() - before).isLessThan(400);
    }

    @Test
    void a_lease_that_nobody_uses_comes_back_for_the_other_gateway() {
        Plan plan = Plan.of("lent", List.of(hourly(Algorithm.SLIDING_WINDOW, 100)));
        IntStream.range(0, 30).forEach(i -> ask(first, plan, "cli_lent", PRODUCTS));

        await().untilAsserted(() -> assertThat(ask(second, plan, "cli_lent", PRODUCTS)
                        .counted()
                        .get(0)
                        .standing()
                        .remaining())
                .isGreaterThanOrEqualTo(60));
        await().until(() -> {
            IntStream.range(0, 10).forEach(i -> ask(second, plan, "cli_lent", PRODUCTS));
            return ledgers.values().iterator().next().total() == 100;
        });
    }

    @ParameterizedTest
    @EnumSource
    void while_redis_hangs_shares_hold_the_ceiling_and_its_return_doubles_nothing(Algorithm algorithm) {
        gateways(SOON);
        Plan plan = Plan.of("hang", List.of(limit(algorithm, 60, Duration.ofSeconds(2))));
        hammer(plan, 800);
        redis.pause();
        long begun = System.nanoTime();
        ask(first, plan, "cli_hang", PRODUCTS);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        hammer(plan, 3_500);
        assertThat(first.countedAlone()).isPositive();
        double alone = ledgers.values().iterator().next().total();
        redis.resume();
        await().until(() -> first.hasRedis() && second.hasRedis());
        hammer(plan, 3_000);

        ledgers.values().forEach(Ledger::check);
        assertThat((double) ledgers.values().iterator().next().total()).isGreaterThan(alone);
    }

    @ParameterizedTest
    @EnumSource
    void a_redis_that_comes_back_with_nothing_gives_nobody_a_fresh_limit(Algorithm algorithm) {
        gateways(SOON);
        Plan plan = Plan.of("lost", List.of(limit(algorithm, 60, Duration.ofSeconds(2))));
        Plan other = Plan.of("lost-too", List.of(limit(algorithm, 60, Duration.ofSeconds(2))));
        hammer(plan, 500);
        IntStream.range(0, 100).forEach(i -> ask(second, other, "cli_other", PRODUCTS));
        redis.kill();
        hammer(plan, 500);
        redis.start();
        await().until(() -> first.hasRedis() && second.hasRedis());
        // the second gateway used it up, the first has never heard of it
        IntStream.range(0, 100).forEach(i -> ask(first, other, "cli_other", PRODUCTS));
        hammer(plan, 3_000);

        ledgers.values().forEach(Ledger::check);
    }

    @Test
    void a_plan_that_wants_it_refuses_while_redis_is_away() {
        gateways(SOON);
        Plan strict = RandomPlans.refusing(hourly(Algorithm.TOKEN_BUCKET, 60));
        // Redis may seem away for a moment on a busy machine
        await().until(() -> ask(first, strict, "cli_strict", PRODUCTS).isAdmitted());
        redis.pause();
        try {
            await().until(() -> !ask(first, strict, "cli_strict", PRODUCTS).isAdmitted());
            assertThat(ask(first, strict, "cli_strict", PRODUCTS).refusal().orElseThrow())
                    .isInstanceOf(io.tollgate.gateway.limit.CountsAway.class);
        } finally {
            redis.resume();
        }
        await().until(() -> ask(first, strict, "cli_strict", PRODUCTS).isAdmitted());
    }

    private void hammer(Plan plan, long millis) {
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        Stream.of(first, second).parallel().forEach(gateway -> {
            while (System.nanoTime() < until) {
                ask(gateway, plan, "cli_" + plan.name(), PRODUCTS);
                pause(3);
            }
        });
    }

    private Verdict ask(OneGateway gateway, Plan plan, String client, String operation) {
        long begun = System.nanoTime();
        Verdict verdict = gateway.ask(plan, client, operation);
        long ended = System.nanoTime();
        if (verdict.isAdmitted()) {
            verdict.counted().forEach(counted -> ledger(client, counted.limit(), operation)
                    .admitted(begun, ended, plan.costOf(operation)));
        }
        return verdict;
    }

    private Ledger ledger(String client, Limit limit, String operation) {
        String part = limit.per() == Per.ROUTE ? operation : "";
        return ledgers.computeIfAbsent(client + limit.name() + part, name -> new Ledger(limit));
    }

    /** The same plan with windows of a second or two, so that they pass while the test runs. */
    private static Plan quick(Plan plan) {
        List<Limit> limits = plan.limits().stream()
                .map(limit -> new Limit(
                        limit.name(),
                        limit.per(),
                        limit.algorithm(),
                        limit.limit() * 5,
                        Duration.ofMillis(limit.window().toSeconds() * 20 + 100),
                        limit.burst() * 5,
                        limit.mode(),
                        limit.operations()))
                .toList();
        return RandomPlans.with(plan, limits, WhenSharedStoreAway.SHARE);
    }

    private static Limit hourly(Algorithm algorithm, long limit) {
        return limit(algorithm, limit, Duration.ofHours(1));
    }

    private static Limit limit(Algorithm algorithm, long limit, Duration window) {
        return new Limit("only", Per.CLIENT, algorithm, limit, window, limit, Mode.ENFORCE, Set.of());
    }

    private static void pause(long millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000);
    }
}
