package io.tollgate.gateway.caller.network;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.gateway.caller.CallerRefused.InvalidToken;
import java.text.ParseException;
import java.util.Set;

/** What a token must look like before anybody spends a signature check on it. */
final class TokenForm {
    private static final int LONGEST = 8 * 1024;
    private static final int LONGEST_KID = 200;
    // RFC 9068's, RFC 7519's, and none: other kinds are signed by the same issuer for other purposes
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt", "application/jwt");
    // the issuer's keys are where we look for them, and extensions that must be understood are not
    private static final Set<String> UNWANTED = Set.of("jku", "jwk", "x5u", "crit", "b64");

    private TokenForm() {}

    static SignedJWT read(String token, Set<String> algorithms) {
        if (token.length() > LONGEST) {
            throw new InvalidToken("too-long");
        }
        SignedJWT jwt = parsed(token);
        JWSHeader header = jwt.getHeader();
        if (!algorithms.contains(header.getAlgorithm().getName())) {
            throw new InvalidToken("algorithm");
        }
        if (!isToken(header.getType()) || header.getIncludedParams().stream().anyMatch(UNWANTED::contains)) {
            throw new InvalidToken("header");
        }
        if (header.getKeyID() == null || header.getKeyID().length() > LONGEST_KID) {
            throw new InvalidToken("kid");
        }
        return jwt;
    }

    private static SignedJWT parsed(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | IllegalArgumentException noToken) {
            throw new InvalidToken("form");
        }
    }

    private static boolean isToken(JOSEObjectType type) {
        return type == null || TYPES.contains(type.getType().toLowerCase(java.util.Locale.ROOT));
    }
}
