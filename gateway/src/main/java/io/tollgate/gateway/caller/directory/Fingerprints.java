package io.tollgate.gateway.caller.directory;

import io.tollgate.values.Randoms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Names for credentials that are worth nothing outside this process: HMAC under a key made at the start. */
@Component
final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    Fingerprints() {
        byte[] key = new byte[32];
        Randoms.nonBlocking().nextBytes(key);
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    Fingerprint of(String credential) {
        ByteBuffer hash = ByteBuffer.wrap(copy().doFinal(credential.getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    /** A Mac has a state; a copy of an initialized one is cheaper than a lookup of the algorithm. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", impossible);
        }
    }

    /** 128 bits of the keyed hash. */
    record Fingerprint(long high, long low) {}
}
