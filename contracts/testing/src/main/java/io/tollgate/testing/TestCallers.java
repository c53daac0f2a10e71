package io.tollgate.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Stands in for the gateway in front of one service: signs caller tokens with a key that lives as long as the test JVM. */
public final class TestCallers {
    private static final ECKey KEY = throwAwayKey();

    private final String audience;
    private final Clock clock;

    private TestCallers(String audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
    }

    /** Callers of the service with this application name. */
    public static TestCallers of(String audience) {
        return new TestCallers(audience, Clock.systemUTC());
    }

    /** For a service whose clock the test holds. */
    public static TestCallers of(String audience, Clock clock) {
        return new TestCallers(audience, clock);
    }

    /** The value of {@code tollgate.http.caller-jwks}. */
    public static String jwks() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    /** The value of the gateway's {@code TOLLGATE_CALLER_SIGNING_KEYS}. */
    public static String signingKeys() {
        return new JWKSet(KEY).toString(false);
    }

    /** An {@code Authorization} header of an API client acting for a user; a null user is the client alone. */
    public String bearer(String clientId, String userId, String... scopes) {
        return bearer(clientId, userId, List.of(), scopes);
    }

    /** Of an API client acting for a user who has these roles. */
    public String bearer(String clientId, String userId, List<String> roles, String... scopes) {
        Instant now = clock.instant();
        return sign(new JWTClaimsSet.Builder()
                .issuer("tollgate-gateway")
                .audience(audience)
                .subject(userId == null ? clientId : userId)
                .claim("client_id", clientId)
                .claim("plan", "free")
                .claim("scope", String.join(" ", scopes))
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    /** Of the gateway itself, for {@code /internal/**}. */
    public String internal() {
        return bearer("gateway", null, "internal");
    }

    /** A token with claims of the test's choice, for tests of what is refused. */
    public static String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(KEY.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return "Bearer " + token.serialize();
    }

    private static ECKey throwAwayKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
