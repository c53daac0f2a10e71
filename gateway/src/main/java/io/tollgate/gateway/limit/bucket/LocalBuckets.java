package io.tollgate.gateway.limit.bucket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.Allowance;
import io.tollgate.gateway.limit.Buckets;
import io.tollgate.gateway.limit.LimitProperties;
import io.tollgate.gateway.limit.Rate;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Buckets in this process's memory: lock-free, and forgotten when they would be full again anyway. */
@Component
final class LocalBuckets implements Buckets {
    private static final Duration IDLE = Duration.ofHours(1);

    private final Cache<Key, Bucket> buckets;

    LocalBuckets(LimitProperties properties, MeterRegistry meters) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(properties.maxBuckets())
                .expireAfterAccess(IDLE)
                .build();
        meters.gauge("tollgate.gateway.buckets", buckets, Cache::estimatedSize);
    }

    @Override
    public Allowance take(String name, Rate rate) {
        Bucket bucket = buckets.get(new Key(name, rate), key -> bucket(key.rate()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.limit(), rate.window()))
                .build();
    }

    private record Key(String name, Rate rate) {}
}
