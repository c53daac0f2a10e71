package io.tollgate.users.token;

import io.tollgate.users.credential.KeyHash;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** What is mailed: 256 random bits. Never kept; its hash is. */
public record TokenSecret(String value) {
    static TokenSecret random(RandomGenerator random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new TokenSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public String hash() {
        return KeyHash.of(value).hex();
    }

    @Override
    public String toString() {
        return "TokenSecret[not shown]";
    }
}
