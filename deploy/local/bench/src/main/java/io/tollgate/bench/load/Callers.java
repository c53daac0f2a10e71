package io.tollgate.bench.load;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the gateway: signs who is asking, anew before a token ends. */
public final class Callers {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final ECKey key = newKey();
    private final Map<Caller, Signed> tokens = new ConcurrentHashMap<>();

    /** A user and what it may do at one service. */
    public record Caller(String audience, String userId, List<String> roles, String scopes) {}

    private record Signed(String header, Instant until) {}

    public String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** The same with their private half, for a gateway that signs itself. */
    public String signingKeys() {
        return new JWKSet(key).toString(false);
    }

    /** The {@code Authorization} header of a caller. */
    public String authorization(Caller caller) {
        Instant now = Instant.now();
        Signed signed = tokens.get(caller);
        if (signed == null || signed.until.isBefore(now)) {
            signed = new Signed("Bearer " + sign(caller, now), now.plus(FRESH));
            tokens.put(caller, signed);
        }
        return signed.header;
    }

    private String sign(Caller caller, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("tollgate-gateway")
                .audience(caller.audience)
                .subject(caller.userId)
                .claim("client_id", Named.id("cli_", 1))
                .claim("plan", "partner")
                .claim("scope", caller.scopes)
                .claim("roles", caller.roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("bench").generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
