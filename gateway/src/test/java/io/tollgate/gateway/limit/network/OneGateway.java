package io.tollgate.gateway.limit.network;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.address.IpAddress;
import io.tollgate.gateway.limit.Limited;
import io.tollgate.gateway.limit.SharedLimitProperties;
import io.tollgate.gateway.limit.TakeAllowance;
import io.tollgate.gateway.limit.Verdict;
import io.tollgate.gateway.limit.bucket.VirtualCounts;
import io.tollgate.gateway.plan.Plan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What counts limits in one of several gateways, with a clock that may be wrong. */
final class OneGateway implements AutoCloseable {
    private static final ClientAddress ADDRESS =
            new ClientAddress(IpAddress.parse("192.0.2.1").orElseThrow(), false);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final RedisStore store;
    private final SharedCounts counts;
    private final TakeAllowance limits;

    OneGateway(RealRedis redis, int gateways, Duration skew, Duration patience) {
        LongSupplier nanos = () -> System.nanoTime() + skew.toNanos();
        store = new RedisStore(properties(redis, gateways, patience), meters, nanos);
        Shared shared = Shared.of(store, VirtualCounts.of(nanos), gateways, nanos, meters);
        counts = new SharedCounts(shared, 100_000, meters);
        limits = new TakeAllowance(counts);
        ticks.scheduleWithFixedDelay(this::tick, 0, 100, TimeUnit.MILLISECONDS);
    }

    Verdict ask(Plan plan, String client, String operation) {
        Limited who = new Limited(client, "key_1", Optional.empty(), ADDRESS);
        return limits.handle(plan, who, operation).block();
    }

    boolean hasRedis() {
        return store.isThere();
    }

    double asked() {
        return meters.counter("tollgate.gateway.limit.store.asked").count();
    }

    double failures() {
        return meters.counter("tollgate.gateway.limit.store.failures").count();
    }

    double countedAlone() {
        return meters.counter("tollgate.gateway.limit.counted.alone").count();
    }

    /** As if the machine lost its power: nothing is brought back. */
    void die() {
        ticks.shutdownNow();
        store.close();
    }

    @Override
    public void close() {
        counts.bringBackAll();
        die();
    }

    private void tick() {
        store.greet();
        counts.tidy();
    }

    private static SharedLimitProperties properties(RealRedis redis, int gateways, Duration patience) {
        return new SharedLimitProperties(redis.url(), gateways, patience, Duration.ofMillis(100));
    }
}
