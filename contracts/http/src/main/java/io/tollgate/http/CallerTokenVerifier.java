package io.tollgate.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.values.InvalidVariable;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Believes the gateway and nobody else; a token once verified is believed until it expires, without a second signature check. */
public final class CallerTokenVerifier {
    private static final String VARIABLE = "TOLLGATE_CALLER_JWKS";
    private static final int REMEMBERED = 10_000;

    private final Map<String, JWSVerifier> verifiers = new HashMap<>();
    private final Cache<String, CallerClaims> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(CallerTokenSigner.LIFETIME)
            .executor(Runnable::run)
            .build();
    private final String audience;
    private final Clock clock;

    /** Accepts every key of the public JWKS, so that the gateway's keys can be rotated with overlap. */
    public CallerTokenVerifier(String jwks, String audience, Clock clock) {
        CallerKeys.parse(VARIABLE, jwks).forEach(key -> verifiers.put(key.getKeyID(), verifier(key)));
        this.audience = audience;
        this.clock = clock;
    }

    /** The caller, or empty for a token that is not the gateway's, not for this service, or not for this moment. */
    public Optional<Caller> verify(String token) {
        Instant now = clock.instant();
        CallerClaims known = verified.getIfPresent(token);
        if (known != null) {
            return known.at(now);
        }
        Optional<CallerClaims> claims = signed(token).flatMap(jwt -> CallerClaims.of(jwt, audience));
        Optional<Caller> caller = claims.flatMap(c -> c.at(now));
        caller.ifPresent(c -> verified.put(token, claims.orElseThrow()));
        return caller;
    }

    private Optional<SignedJWT> signed(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            // the verifier is of our choosing; what the header says can only pick one of our keys
            JWSVerifier verifier = verifiers.get(jwt.getHeader().getKeyID());
            boolean genuine = verifier != null
                    && JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(verifier);
            return genuine ? Optional.of(jwt) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private static JWSVerifier verifier(ECKey key) {
        if (key.isPrivate()) {
            throw InvalidVariable.because(VARIABLE, "holds a private key, which only the gateway may know", null);
        }
        try {
            return new ECDSAVerifier(key);
        } catch (JOSEException unusable) {
            throw InvalidVariable.because(VARIABLE, "holds an unusable key", null);
        }
    }
}
