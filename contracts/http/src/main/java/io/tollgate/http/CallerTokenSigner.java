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
import io.tollgate.values.InvalidVariable;
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
    private static final String VARIABLE = "TOLLGATE_CALLER_SIGNING_KEYS";

    private final ECDSASigner signer;
    private final JWSHeader header;
    private final Clock clock;
    private final Ids ids;

    /** Signs with the first key of the private JWKS; the others are there so that a rotation can overlap. */
    public CallerTokenSigner(String jwks, Clock clock, Ids ids) {
        ECKey key = CallerKeys.parse(VARIABLE, jwks).get(0);
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        this.signer = signer(key);
        this.clock = clock;
        this.ids = ids;
    }

    /** A token for one service (its application name), to be sent as {@code Authorization: Bearer}. */
    public String sign(String audience, Caller caller, String plan) {
        SignedJWT token = new SignedJWT(header, claims(audience, caller, plan));
        try {
            token.sign(signer);
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

    private static ECDSASigner signer(ECKey key) {
        if (!key.isPrivate()) {
            throw InvalidVariable.because(VARIABLE, "holds a public key where the private one is needed", null);
        }
        try {
            ECDSASigner signer = new ECDSASigner(key);
            signer.getJCAContext().setSecureRandom(Randoms.nonBlocking());
            return signer;
        } catch (JOSEException unusable) {
            throw InvalidVariable.because(VARIABLE, "holds an unusable key", null);
        }
    }
}
