package io.tollgate.gateway.limit.bucket;

import com.github.benmanes.caffeine.cache.Expiry;
import io.tollgate.gateway.limit.CountKey;
import java.util.concurrent.TimeUnit;

/** Forgets a count after it was left alone for as long as even an empty one needs to be full again. */
final class WhenFull implements Expiry<CountKey, LocalCount> {
    private static final long SPARE = TimeUnit.MINUTES.toNanos(1);

    @Override
    public long expireAfterCreate(CountKey key, LocalCount count, long now) {
        return count.limit().fullAfter().toNanos() + SPARE;
    }

    @Override
    public long expireAfterUpdate(CountKey key, LocalCount count, long now, long left) {
        return expireAfterCreate(key, count, now);
    }

    @Override
    public long expireAfterRead(CountKey key, LocalCount count, long now, long left) {
        return expireAfterCreate(key, count, now);
    }
}
