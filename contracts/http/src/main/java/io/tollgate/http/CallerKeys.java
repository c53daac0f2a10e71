package io.tollgate.http;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tollgate.values.InvalidVariable;
import java.text.ParseException;
import java.util.List;

/** Reads the gateway's keys from an environment variable; whatever is wrong stops the start and names the variable. */
final class CallerKeys {
    private CallerKeys() {}

    static List<ECKey> parse(String variable, String jwks) {
        if (jwks == null || jwks.isBlank()) {
            throw InvalidVariable.missing(variable);
        }
        List<ECKey> keys = parsed(variable, jwks).getKeys().stream()
                .map(key -> usable(variable, key))
                .toList();
        if (keys.isEmpty()) {
            throw InvalidVariable.because(variable, "holds no key", null);
        }
        return keys;
    }

    private static JWKSet parsed(String variable, String jwks) {
        try {
            return JWKSet.parse(jwks);
        } catch (ParseException unreadable) {
            // its message quotes the text, and the text may be a private key
            throw InvalidVariable.because(variable, "is not a JWKS in JSON", null);
        }
    }

    private static ECKey usable(String variable, JWK key) {
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null) {
            return ec;
        }
        throw InvalidVariable.because(variable, "holds a key that is not EC P-256 with a kid", null);
    }
}
