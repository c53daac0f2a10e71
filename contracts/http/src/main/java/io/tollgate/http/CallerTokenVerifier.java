package io.tollgate.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.values.InvalidVariable;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Believes the gateway and nobody else; a token once verified is believed until it expires, without a second signature check. */
public final class CallerTokenVerifier {
    private static final String VARIABLE = "TOLLGATE_CALLER_JWKS";
    private static final int REMEMBERED = 10_000;

    private final Function<String, Mono<JWSVerifier>> keys;
    private final Cache<String, CallerClaims> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(CallerTokenSigner.LIFETIME)
            .executor(Runnable::run)
            .build();
    private final String audience;
    private final Clock clock;

    private CallerTokenVerifier(Function<String, Mono<JWSVerifier>> keys, String audience, Clock clock) {
        this.keys = keys;
        this.audience = audience;
        this.clock = clock;
    }

    /** Accepts every key of this public JWKS, so that the gateway's keys can be rotated with overlap. */
    public static CallerTokenVerifier of(String jwks, String audience, Clock clock) {
        Map<String, JWSVerifier> verifiers = new HashMap<>();
        CallerKeys.parse(VARIABLE, jwks).forEach(key -> verifiers.put(key.getKeyID(), declared(key)));
        return new CallerTokenVerifier(kid -> Mono.justOrEmpty(verifiers.get(kid)), audience, clock);
    }

    /** Accepts every key that the gateway publishes. */
    public static CallerTokenVerifier of(RemoteKeys published, String audience, Clock clock) {
        return new CallerTokenVerifier(
                kid -> published.find(kid).mapNotNull(CallerTokenVerifier::usable), audience, clock);
    }

    /** The caller; empty for a token that is not the gateway's, not for this service, or not for this moment. */
    public Mono<Caller> verify(String token) {
        CallerClaims known = verified.getIfPresent(token);
        return known != null
                ? Mono.justOrEmpty(known.at(clock.instant()))
                : Mono.justOrEmpty(wellFormed(token)).flatMap(jwt -> signed(jwt, token));
    }

    private Mono<Caller> signed(SignedJWT jwt, String token) {
        return keys.apply(jwt.getHeader().getKeyID())
                .filter(verifier -> isGenuine(jwt, verifier))
                .flatMap(genuine -> Mono.justOrEmpty(believed(jwt, token)));
    }

    private Optional<Caller> believed(SignedJWT jwt, String token) {
        Optional<CallerClaims> claims = CallerClaims.of(jwt, audience);
        Optional<Caller> caller = claims.flatMap(said -> said.at(clock.instant()));
        caller.ifPresent(said -> verified.put(token, claims.orElseThrow()));
        return caller;
    }

    /** The verifier is of our choosing; what the header says can only pick one of our keys. */
    private static Optional<SignedJWT> wellFormed(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            boolean ours = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && JOSEObjectType.JWT.equals(header.getType())
                    && header.getKeyID() != null
                    && header.getCriticalParams() == null;
            return ours ? Optional.of(jwt) : Optional.empty();
        } catch (ParseException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private static boolean isGenuine(SignedJWT jwt, JWSVerifier verifier) {
        try {
            return jwt.verify(verifier);
        } catch (JOSEException unreadable) {
            return false;
        }
    }

    private static JWSVerifier declared(ECKey key) {
        if (key.isPrivate()) {
            throw InvalidVariable.because(VARIABLE, "holds a private key, which only the gateway may know", null);
        }
        JWSVerifier verifier = usable(key);
        if (verifier == null) {
            throw InvalidVariable.because(VARIABLE, "holds an unusable key", null);
        }
        return verifier;
    }

    /** Null for a key that is not of the one kind that the gateway has. */
    private static JWSVerifier usable(JWK key) {
        try {
            return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) ? new ECDSAVerifier(ec) : null;
        } catch (JOSEException unusable) {
            return null;
        }
    }
}
