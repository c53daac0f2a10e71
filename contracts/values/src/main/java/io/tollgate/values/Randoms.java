package io.tollgate.values;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Randomness for secrets that may be drawn on an event loop. */
public final class Randoms {
    private Randoms() {}

    /** A seeded DRBG: the platform's default reads a file under a lock at each draw, which blocks an event loop. */
    public static SecureRandom nonBlocking() {
        try {
            SecureRandom random = SecureRandom.getInstance("DRBG");
            random.nextLong();
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform since 9 has DRBG", impossible);
        }
    }
}
