package io.tollgate.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.values.Ids;
import io.tollgate.values.Randoms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Says to a service, for five minutes, who is asking; only the gateway has the key. */
public final class CallerTokenSigner {
    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    static final String ISSUER = "tollgate-gateway";

    private final CallerKeyRing keys;
    private final Clock clock;
    private final Ids ids;
    private volatile Pen pen;

    /** Signs with whichever key of the ring's is to sign at the moment. */
    public CallerTokenSigner(CallerKeyRing keys, Clock clock, Ids ids) {
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
        this.pen = Pen.of(keys.signing());
    }

    /** A token for one service (its application name), to be sent as {@code Authorization: Bearer}. */
    public String sign(String audience, Caller caller, String plan) {
        Pen current = pen(keys.signing());
        SignedJWT token = new SignedJWT(current.header(), claims(audience, caller, plan));
        try {
            token.sign(current.signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException("the caller token could not be signed", broken);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(String audience, Caller caller, String plan) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(caller.userId().orElse(caller.clientId()))
                .claim("client_id", caller.clientId())
                .claim("plan", plan)
                .claim("scope", String.join(" ", caller.scopes()))
                .claim("roles", caller.roles().stream().sorted().toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(ids.uuid().toString())
                .build();
    }

    private Pen pen(ECKey key) {
        if (pen.key() != key) {
            pen = Pen.of(key);
        }
        return pen;
    }

    /** What is made once for a key. */
    private record Pen(ECKey key, ECDSASigner signer, JWSHeader header) {
        static Pen of(ECKey key) {
            try {
                ECDSASigner signer = new ECDSASigner(key);
                signer.getJCAContext().setSecureRandom(Randoms.nonBlocking());
                return new Pen(key, signer, header(key));
            } catch (JOSEException unusable) {
                throw new IllegalStateException("the key cannot sign", unusable);
            }
        }

        private static JWSHeader header(ECKey key) {
            return new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
        }
    }
}
