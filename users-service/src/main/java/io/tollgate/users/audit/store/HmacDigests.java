package io.tollgate.users.audit.store;

import io.tollgate.users.audit.Digests;
import io.tollgate.users.credential.Email;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** HMAC-SHA-256: a plain hash of an address could be guessed. */
@Component
class HmacDigests implements Digests {
    private static final String ALGORITHM = "HmacSHA256";

    private final AuditProperties properties;

    HmacDigests(AuditProperties properties) {
        this.properties = properties;
    }

    @Override
    public String of(Email email) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(properties.key().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(email.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
