package io.tollgate.http;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A JWKS that somebody else publishes: read when it is needed, by one request for all that wait, never more often than
 * {@code pause}, and believed for {@code keep} while its publisher is away.
 */
public final class RemoteKeys {
    private static final Logger log = LoggerFactory.getLogger(RemoteKeys.class);

    private final Mono<JWKSet> source;
    private final Times times;
    private final Clock clock;
    private final AtomicReference<Mono<Kept>> reading = new AtomicReference<>();
    private final AtomicLong failures = new AtomicLong();
    private volatile Kept kept = new Kept(new JWKSet(), Instant.EPOCH);
    private volatile Instant asked = Instant.EPOCH;

    public RemoteKeys(Mono<JWKSet> source, Times times, Clock clock) {
        this.source = source;
        this.times = times;
        this.clock = clock;
    }

    /** The key of this name; empty when its publisher has none, {@link KeysAway} when nobody knows. */
    public Mono<JWK> find(String kid) {
        return Mono.defer(() -> find(kid, clock.instant()));
    }

    /** How often the keys could not be read. */
    public long failures() {
        return failures.get();
    }

    /** How old what is known is; since 1970 when nothing is. */
    public Duration age() {
        return Duration.between(kept.since(), clock.instant());
    }

    private Mono<JWK> find(String kid, Instant now) {
        Kept known = kept;
        boolean believed = now.isBefore(known.since().plus(times.keep()));
        JWK key = believed ? known.keys().getKeyByKeyId(kid) : null;
        boolean fresh = now.isBefore(known.since().plus(times.refresh()));
        if (key != null && (fresh || isReading() || !mayAsk(now))) {
            return Mono.just(key);
        }
        if (!isReading() && !mayAsk(now)) {
            return believed ? Mono.empty() : Mono.error(new KeysAway());
        }
        return read().onErrorResume(KeysAway.class, away -> believed ? Mono.just(known) : Mono.error(away))
                .flatMap(read -> Mono.justOrEmpty(read.keys().getKeyByKeyId(kid)));
    }

    private boolean isReading() {
        return reading.get() != null;
    }

    private boolean mayAsk(Instant now) {
        return !now.isBefore(asked.plus(times.pause()));
    }

    /** Shared by all who wait; goes on when the first of them goes away. */
    private Mono<Kept> read() {
        Mono<Kept> mine =
                Mono.defer(this::ask).doFinally(signal -> reading.set(null)).cache();
        Mono<Kept> others = reading.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }

    private Mono<Kept> ask() {
        asked = clock.instant();
        return source.timeout(times.patience())
                .filter(keys -> !keys.isEmpty())
                .switchIfEmpty(Mono.error(KeysAway::new))
                .map(keys -> new Kept(keys.toPublicJWKSet(), clock.instant()))
                .doOnNext(read -> kept = read)
                .doOnError(this::missed)
                .onErrorMap(failure -> new KeysAway());
    }

    private void missed(Throwable failure) {
        failures.incrementAndGet();
        log.warn("A JWKS cannot be read: {}", failure.getClass().getSimpleName());
    }

    /**
     * How a JWKS is read.
     *
     * @param refresh after which it is read again when it is used
     * @param pause between two readings, whatever happens
     * @param keep how long it is believed while it cannot be read
     * @param patience how long one reading may take
     */
    public record Times(Duration refresh, Duration pause, Duration keep, Duration patience) {}

    private record Kept(JWKSet keys, Instant since) {}
}
