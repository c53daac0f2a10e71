package io.tollgate.users.credential.hashing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id in the form that every library reads: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
record Argon2(int memory, int iterations, int parallelism, byte[] salt, byte[] hash) {
    private static final int LENGTH = 32;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    static Argon2 of(HashingProperties cost, byte[] salt, String password) {
        Argon2 empty = new Argon2(cost.memory(), cost.iterations(), cost.parallelism(), salt, new byte[LENGTH]);
        return empty.with(empty.digest(password));
    }

    static Argon2 parse(String encoded) {
        String[] parts = encoded.split("\\$");
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalStateException("a password hash of an unknown form is stored");
        }
        String[] cost = parts[3].split("[=,]");
        Base64.Decoder decoder = Base64.getDecoder();
        return new Argon2(
                Integer.parseInt(cost[1]),
                Integer.parseInt(cost[3]),
                Integer.parseInt(cost[5]),
                decoder.decode(parts[4]),
                decoder.decode(parts[5]));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, digest(password));
    }

    String encoded() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memory, iterations, parallelism, ENCODER.encodeToString(salt), ENCODER.encodeToString(hash));
    }

    private Argon2 with(byte[] digest) {
        return new Argon2(memory, iterations, parallelism, salt, digest);
    }

    private byte[] digest(String password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .build());
        byte[] digest = new byte[hash.length];
        generator.generateBytes(bytes(password), digest);
        return digest;
    }

    // the same password typed on two systems may come composed or decomposed
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
