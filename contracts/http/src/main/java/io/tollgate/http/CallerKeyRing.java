package io.tollgate.http;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tollgate.values.InvalidVariable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gateway's own keys while they are rotated: a new first key is published {@code ahead} before it signs, and one that was
 * taken away is published until the last token it may have signed has ended. So no service meets a token whose key it
 * cannot find.
 */
public final class CallerKeyRing {
    private final String variable;
    private final Duration ahead;
    private final Clock clock;
    private volatile List<Held> held;

    /** Begins with these keys at once: who has just started has signed nothing that anybody could still have to check. */
    public CallerKeyRing(String variable, String jwks, Duration ahead, Clock clock) {
        this.variable = variable;
        this.ahead = ahead;
        this.clock = clock;
        this.held = parsed(jwks).stream()
                .map(key -> new Held(key, Instant.EPOCH, Instant.MAX))
                .toList();
    }

    /** Takes over what is there now; what cannot be used is an {@link InvalidVariable}, and the keys stay as they were. */
    public synchronized void replace(String jwks) {
        Instant now = clock.instant();
        List<ECKey> keys = parsed(jwks);
        List<Held> next = new ArrayList<>();
        keys.forEach(key -> next.add(new Held(key, since(key).orElse(now), Instant.MAX)));
        held.stream()
                .filter(old -> keys.stream().noneMatch(old::is))
                .map(old -> old.withdrawn(now.plus(ahead).plus(CallerTokenSigner.LIFETIME)))
                .filter(old -> old.until().isAfter(now))
                .forEach(next::add);
        held = List.copyOf(next);
    }

    /** The key that signs now: the first that was published long enough. */
    ECKey signing() {
        Instant latest = clock.instant().minus(ahead);
        List<Held> keys = held;
        return keys.stream()
                .filter(key -> !key.since().isAfter(latest))
                .findFirst()
                .orElse(keys.get(0))
                .key();
    }

    /** What services may check with, now. */
    public JWKSet published() {
        Instant now = clock.instant();
        List<JWK> keys = held.stream()
                .filter(key -> key.until().isAfter(now))
                .<JWK>map(key -> key.key().toPublicJWK())
                .toList();
        return new JWKSet(keys);
    }

    private Optional<Instant> since(ECKey key) {
        return held.stream().filter(old -> old.is(key)).map(Held::since).findFirst();
    }

    private List<ECKey> parsed(String jwks) {
        List<ECKey> keys = CallerKeys.parse(variable, jwks);
        if (keys.stream().anyMatch(key -> !key.isPrivate())) {
            throw InvalidVariable.because(variable, "holds a public key where the private one is needed", null);
        }
        if (keys.stream().map(ECKey::getKeyID).distinct().count() < keys.size()) {
            throw InvalidVariable.because(variable, "holds two keys with the same kid", null);
        }
        return keys;
    }

    private record Held(ECKey key, Instant since, Instant until) {
        boolean is(ECKey other) {
            return key.getKeyID().equals(other.getKeyID());
        }

        Held withdrawn(Instant end) {
            return until.isBefore(end) ? this : new Held(key, since, end);
        }
    }
}
