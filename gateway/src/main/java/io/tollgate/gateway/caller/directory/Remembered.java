package io.tollgate.gateway.caller.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.Changes;
import io.tollgate.gateway.caller.Verified;
import io.tollgate.gateway.caller.directory.Fingerprints.Fingerprint;
import io.tollgate.gateway.limit.RateExceeded;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Verified credentials of one kind: asked for once however many requests wait, believed until they change. */
final class Remembered<T extends Verified> {
    private static final String NAME = "tollgate.gateway.credentials";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Fingerprints fingerprints;
    private final Changes changes;
    private final Cache<Fingerprint, Known<T>> known;
    private final Map<Fingerprint, Mono<T>> asking = new ConcurrentHashMap<>();
    private final Function<String, Counter> outcome;
    // a flood of wrong credentials asks for the same few again and again, and a lookup by tags is dear
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Counter hits;

    Remembered(
            String kind,
            Fingerprints fingerprints,
            Changes changes,
            CallerProperties properties,
            MeterRegistry meters) {
        this.fingerprints = fingerprints;
        this.changes = changes;
        this.known = Caffeine.newBuilder()
                .maximumSize(properties.maxKnown())
                .expireAfterWrite(properties.knownFor())
                .executor(Runnable::run)
                .build();
        this.outcome = name -> meters.counter(NAME, "kind", kind, "outcome", name);
        this.hits = outcome.apply("known");
        meters.gauge("tollgate.gateway.credentials.asking", Tags.of("kind", kind), asking, Map::size);
    }

    /** The one this credential belongs to, or that it is nobody's; asks only if it is not known, and only once at a time. */
    Mono<T> recall(String credential, Supplier<Mono<T>> ask, Supplier<CallerRefused> nobodys) {
        Fingerprint name = fingerprints.of(credential);
        Known<T> last = known.getIfPresent(name);
        if (last == null || last.beginnings != changes.beginnings() || !changes.isCurrent(last.verified)) {
            return shared(name, ask).switchIfEmpty(Mono.error(nobodys));
        }
        if (changes.isStale()) {
            count("stale");
            return Mono.error(new CallerRefused.DirectoryAway(SOON));
        }
        hits.increment();
        return Mono.just(last.verified);
    }

    /** One asks for all; but why that one may not ask at all says nothing of the others. */
    private Mono<T> shared(Fingerprint name, Supplier<Mono<T>> ask) {
        Mono<T> mine = once(name, ask);
        Mono<T> other = asking.putIfAbsent(name, mine);
        return other == null ? mine : other.onErrorResume(Remembered::isOfAddress, refused -> shared(name, ask));
    }

    private static boolean isOfAddress(Throwable failure) {
        return failure instanceof CallerRefused.TooManySignIns || failure instanceof RateExceeded.OfAddress;
    }

    /** Goes on when who asked goes away; is over before anybody is told, so that who comes next does not hear of it. */
    private Mono<T> once(Fingerprint name, Supplier<Mono<T>> ask) {
        return Mono.defer(() -> kept(name, ask))
                .doOnSuccess(verified -> count(verified == null ? "unknown" : "verified"))
                .doOnError(failure -> count(failure.getClass().getSimpleName()))
                .doOnTerminate(() -> asking.remove(name))
                .cache();
    }

    private Mono<T> kept(Fingerprint name, Supplier<Mono<T>> ask) {
        long beginnings = changes.beginnings();
        return ask.get().doOnNext(verified -> keep(name, new Known<>(verified, beginnings)));
    }

    /** A credential that changed while it was being verified is not kept: the next request asks again. */
    private void keep(Fingerprint name, Known<T> asked) {
        if (changes.isCurrent(asked.verified)) {
            known.put(name, asked);
        }
    }

    private void count(String name) {
        outcomes.computeIfAbsent(name, outcome).increment();
    }

    /** What was verified, and how often the changes had been begun when it was asked for. */
    private record Known<T>(T verified, long beginnings) {}

    /** Makes one for each kind of credential. */
    @Component
    static final class Memory {
        private final Fingerprints fingerprints;
        private final Changes changes;
        private final CallerProperties properties;
        private final MeterRegistry meters;

        Memory(Fingerprints fingerprints, Changes changes, CallerProperties properties, MeterRegistry meters) {
            this.fingerprints = fingerprints;
            this.changes = changes;
            this.properties = properties;
            this.meters = meters;
        }

        <T extends Verified> Remembered<T> of(String kind) {
            return new Remembered<>(kind, fingerprints, changes, properties, meters);
        }
    }
}
