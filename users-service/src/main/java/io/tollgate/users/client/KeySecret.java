package io.tollgate.users.client;

import io.tollgate.users.credential.KeyHash;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a client sends as its key: 256 random bits after a prefix that secret scanners know. Shown once, never kept. */
public record KeySecret(String value) {
    private static final String PREFIX = "tg_live_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int SHOWN = PREFIX.length() + 4;

    static KeySecret random(RandomGenerator random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new KeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public KeyHash hash() {
        return KeyHash.of(value);
    }

    String prefix() {
        return value.substring(0, SHOWN);
    }

    @Override
    public String toString() {
        return "KeySecret[" + prefix() + "…]";
    }
}
