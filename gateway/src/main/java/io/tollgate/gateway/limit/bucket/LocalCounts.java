package io.tollgate.gateway.limit.bucket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.Count;
import io.tollgate.gateway.limit.CountKey;
import io.tollgate.gateway.limit.LimitProperties;
import io.tollgate.gateway.limit.OwnCounts;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts in this process's memory, forgotten only when they are certainly full again. When there is no room for
 * another one, whoever is new shares one of a few with others: stricter than necessary, but nobody gets a fresh one.
 */
@Component
final class LocalCounts implements OwnCounts {
    private static final int SHARED = 256;

    private final Cache<CountKey, LocalCount> counts;
    private final LongSupplier nanos;
    private final long most;
    private final Counter crowded;

    LocalCounts(LimitProperties properties, MeterRegistry meters, LongSupplier nanos) {
        this.nanos = nanos;
        this.most = properties.maxBuckets();
        this.counts = Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .expireAfter(new WhenFull())
                .executor(Runnable::run)
                .build();
        this.crowded = meters.counter("tollgate.gateway.counts.crowded");
        meters.gauge("tollgate.gateway.counts", counts, Cache::estimatedSize);
    }

    @Autowired
    LocalCounts(LimitProperties properties, MeterRegistry meters) {
        this(properties, meters, System::nanoTime);
    }

    @Override
    public Count of(CountKey key, Limit limit, WhenSharedStoreAway away) {
        LocalCount known = counts.getIfPresent(key);
        LocalCount count = known == null ? added(key, limit) : known;
        return count.limit() == limit || count.limit().equals(limit) ? count : changed(key, limit);
    }

    @Override
    public Count usedUp(Limit limit, long moment) {
        return limit.algorithm() == Algorithm.TOKEN_BUCKET
                ? new TokenBucket(limit, meter(nanos)).usedUpSince(nanos.getAsLong() - moment)
                : new SlidingWindow(limit, nanos).usedUpAt(moment);
    }

    static LocalCount fresh(Limit limit, LongSupplier nanos) {
        return limit.algorithm() == Algorithm.TOKEN_BUCKET
                ? new TokenBucket(limit, meter(nanos))
                : new SlidingWindow(limit, nanos);
    }

    private LocalCount added(CountKey key, Limit limit) {
        if (counts.estimatedSize() < most) {
            return counts.get(key, unknown -> fresh(limit, nanos));
        }
        crowded.increment();
        String some = "some " + Math.floorMod(key.hashCode(), SHARED);
        return counts.get(new CountKey(key.plan(), key.limit(), some, some), unknown -> fresh(limit, nanos));
    }

    private LocalCount changed(CountKey key, Limit limit) {
        return counts.asMap().compute(key, (same, count) -> count == null ? fresh(limit, nanos) : count.under(limit));
    }

    private static TimeMeter meter(LongSupplier nanos) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
