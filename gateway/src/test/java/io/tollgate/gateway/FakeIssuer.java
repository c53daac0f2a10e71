package io.tollgate.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.gateway.FakeService.Reply;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An issuer of tokens, with its OpenID configuration and its keys over real HTTP. */
final class FakeIssuer {
    static final String AUDIENCE = "https://api.tollgate.example";

    final FakeService http = new FakeService();
    final RSAKey rsa = rsa("rsa-1");
    final ECKey ec = ec("ec-1");
    private final List<JWK> published = new CopyOnWriteArrayList<>();

    FakeIssuer() {
        reset();
    }

    void reset() {
        http.reset();
        published.clear();
        published.addAll(List.of(rsa, ec));
        http.answers(request -> switch (request.uri()) {
            case "/.well-known/openid-configuration" ->
                Reply.json(200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(http.url(), http.url()));
            case "/keys" -> Reply.json(200, new JWKSet(published).toString());
            default -> Reply.problem(404, "{}");
        });
    }

    void publish(JWK key) {
        published.add(key);
    }

    long keysRead() {
        return http.arrived().stream()
                .filter(request -> request.uri().equals("/keys"))
                .count();
    }

    /** What a good token of this user says. */
    JWTClaimsSet.Builder claims(String user) {
        return new JWTClaimsSet.Builder()
                .issuer(http.url())
                .audience(AUDIENCE)
                .subject(user)
                .issueTime(at(0))
                .notBeforeTime(at(0))
                .expirationTime(at(300));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(header(JWSAlgorithm.RS256, rsa).build(), claims, rsa);
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm, JWK key) {
        return new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
    }

    static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWK key) {
        try {
            return signed(
                    header, claims, key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key));
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    static Date at(long secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }

    static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }
}
