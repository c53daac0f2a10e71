package io.tollgate.gateway.limit.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.Count;
import io.tollgate.gateway.limit.CountKey;
import io.tollgate.gateway.limit.Counts;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.util.Locale;

/** Counts that several gateways have in common. */
final class SharedCounts implements Counts {
    private static final int SHARED = 256;

    private final Shared shared;
    private final Cache<String, SharedCount> counts;
    private final long most;

    SharedCounts(Shared shared, long most, MeterRegistry meters) {
        this.shared = shared;
        this.most = most;
        this.counts = Caffeine.newBuilder()
                .ticker(shared.nanos()::getAsLong)
                .expireAfter(new WhenFull())
                .build();
        meters.gauge("tollgate.gateway.counts.shared", counts, Cache::estimatedSize);
    }

    @Override
    public Count of(CountKey key, Limit limit, WhenSharedStoreAway away) {
        String name = name(key, limit);
        SharedCount known = counts.getIfPresent(name);
        SharedCount count = known == null ? added(key, name, limit, away) : known;
        return count.under(limit, away);
    }

    /** Brings back the leases that nobody uses. */
    void tidy() {
        if (shared.store().isThere()) {
            counts.asMap().values().forEach(SharedCount::tidy);
        }
    }

    void bringBackAll() {
        counts.asMap().values().forEach(SharedCount::bringBack);
    }

    private SharedCount added(CountKey key, String name, Limit limit, WhenSharedStoreAway away) {
        String some = "some " + Math.floorMod(key.hashCode(), SHARED);
        String named =
                counts.estimatedSize() < most ? name : name(new CountKey(key.plan(), key.limit(), some, some), limit);
        return counts.get(named, unknown -> new SharedCount(named, limit, away, shared));
    }

    /** One for each algorithm and window: what one of them has counted means nothing to another. */
    private static String name(CountKey key, Limit limit) {
        return String.join(
                ":",
                "tollgate:limit",
                limit.algorithm().name().toLowerCase(Locale.ROOT),
                key.plan(),
                key.limit(),
                Long.toString(limit.window().toMillis()),
                key.who(),
                key.part());
    }
}
