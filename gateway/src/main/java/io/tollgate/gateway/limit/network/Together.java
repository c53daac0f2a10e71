package io.tollgate.gateway.limit.network;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.LimitProperties;
import io.tollgate.gateway.limit.OwnCounts;
import io.tollgate.gateway.limit.SharedLimitProperties;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;

/** The shared counts and their Redis, if there is one, and what keeps them going. */
final class Together implements DisposableBean {
    private final Optional<RedisStore> store;
    private final Optional<SharedCounts> counts;

    private Together(Optional<RedisStore> store, Optional<SharedCounts> counts) {
        this.store = store;
        this.counts = counts;
    }

    static Together not() {
        return new Together(Optional.empty(), Optional.empty());
    }

    static Together by(SharedLimitProperties properties, LimitProperties limits, OwnCounts own, MeterRegistry meters) {
        RedisStore store = new RedisStore(properties, meters, System::nanoTime);
        Shared shared = Shared.of(store, own, properties.gateways(), System::nanoTime, meters);
        return new Together(Optional.of(store), Optional.of(new SharedCounts(shared, limits.maxBuckets(), meters)));
    }

    Optional<SharedCounts> counts() {
        return counts;
    }

    @Scheduled(fixedDelayString = "${tollgate.gateway.limit.shared.retry-every:500ms}")
    void keepGoing() {
        store.ifPresent(RedisStore::greet);
        counts.ifPresent(SharedCounts::tidy);
    }

    @Override
    public void destroy() {
        counts.ifPresent(SharedCounts::bringBackAll);
        store.ifPresent(RedisStore::close);
    }
}
