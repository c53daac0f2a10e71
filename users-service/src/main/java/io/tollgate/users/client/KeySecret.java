package io.tollgate.users.client;

import io.tollgate.users.credential.KeyHash;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a client sends as its key: 256 random bits after a prefix that secret scanners know. Shown once, never kept. */
public record KeySecret(String value) {
    private static final Pattern FORM = Pattern.compile("tg_live_[A-Za-z0-9_-]{43}");
    private static final int SHOWN = KeyEnvironment.LIVE.prefix().length() + 4;

    static KeySecret random(KeyEnvironment environment, RandomGenerator random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new KeySecret(
                environment.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Whether somebody from outside can bring it along as a live one. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public KeyHash hash() {
        return KeyHash.of(value);
    }

    KeyEnvironment environment() {
        return value.startsWith(KeyEnvironment.TEST.prefix()) ? KeyEnvironment.TEST : KeyEnvironment.LIVE;
    }

    String prefix() {
        return value.substring(0, SHOWN);
    }

    @Override
    public String toString() {
        return "KeySecret[" + prefix() + "…]";
    }
}
