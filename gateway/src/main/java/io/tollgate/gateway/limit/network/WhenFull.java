package io.tollgate.gateway.limit.network;

import com.github.benmanes.caffeine.cache.Expiry;
import java.util.concurrent.TimeUnit;

/** Forgets a count after it was left alone for as long as even a share of it needs to be full again. */
final class WhenFull implements Expiry<String, SharedCount> {
    private static final long SPARE = TimeUnit.MINUTES.toNanos(1);

    @Override
    public long expireAfterCreate(String key, SharedCount count, long now) {
        return count.limit().fullAfter().toNanos() + SPARE;
    }

    @Override
    public long expireAfterUpdate(String key, SharedCount count, long now, long left) {
        return expireAfterCreate(key, count, now);
    }

    @Override
    public long expireAfterRead(String key, SharedCount count, long now, long left) {
        return expireAfterCreate(key, count, now);
    }
}
