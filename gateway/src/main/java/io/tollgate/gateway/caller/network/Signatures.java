package io.tollgate.gateway.caller.network;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;

/** Checks a signature with a key that is made for it; a token's algorithm never makes one kind of key into another. */
final class Signatures {
    private static final int SHORTEST_RSA = 2048;

    private Signatures() {}

    static boolean isGenuine(SignedJWT jwt, JWK key) {
        try {
            return isFor(key, jwt.getHeader().getAlgorithm()) && jwt.verify(verifier(key));
        } catch (JOSEException | IllegalStateException misfit) {
            return false;
        }
    }

    private static boolean isFor(JWK key, JWSAlgorithm algorithm) {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean named =
                key.getAlgorithm() == null || key.getAlgorithm().getName().equals(algorithm.getName());
        return signs && named && (key instanceof ECKey || key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA);
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier((RSAKey) key);
    }
}
