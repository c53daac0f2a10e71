package io.tollgate.gateway.caller.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.Changes;
import io.tollgate.gateway.caller.Verified;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The newest version of each credential that changed, kept for as long as an older one could still be remembered. */
@Component
final class HeardChanges implements Changes {
    private final Clock clock;
    private final long staleAfter;
    private final Cache<String, Long> versions;
    private final AtomicLong beginnings;
    private volatile long heard;

    HeardChanges(CallerProperties properties, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.staleAfter = properties.staleAfter().toMillis();
        this.versions = Caffeine.newBuilder()
                .expireAfterWrite(properties.knownFor().multipliedBy(2))
                .executor(Runnable::run)
                .build();
        this.heard = clock.millis();
        this.beginnings = meters.gauge("tollgate.gateway.credential.changes.beginnings", new AtomicLong());
        meters.gauge("tollgate.gateway.credential.changes.age", this, HeardChanges::ageInSeconds);
    }

    @Override
    public boolean isCurrent(Verified verified) {
        Long newest = versions.getIfPresent(verified.id());
        return (newest == null || newest <= verified.credentialVersion()) && !hasEnded(verified);
    }

    @Override
    public boolean isStale() {
        return heard + staleAfter < clock.millis();
    }

    @Override
    public long beginnings() {
        return beginnings.get();
    }

    private boolean hasEnded(Verified verified) {
        return verified.expiresAt().isPresent()
                && !clock.instant().isBefore(verified.expiresAt().get());
    }

    void changed(String id, long version) {
        versions.asMap().merge(id, version, Math::max);
    }

    /** Nobody says what changed before; versions of another feed mean nothing in this one. */
    void begin() {
        beginnings.incrementAndGet();
        versions.invalidateAll();
    }

    void heardNow() {
        heard = clock.millis();
    }

    private double ageInSeconds() {
        return (clock.millis() - heard) / 1_000.0;
    }
}
