package io.tollgate.cli.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;

/** The random secrets of one install; made once, kept in a file only its owner may read, passed on by environment. */
public record Secrets(
        String serviceBusKey,
        String callerSigningKeys,
        String adminPassword,
        String adminApiKey,
        String idempotencySecret,
        String cardNetworkKey,
        String carrierKey) {

    /** Who the bootstrap administrator is. */
    public static final String ADMIN_EMAIL = "admin@tollgate.example";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The install's secrets, made when there are none. */
    public static Secrets of(Path state) {
        Path file = state.resolve("secrets.json");
        try {
            Secrets kept = Files.exists(file) ? JSON.readValue(file.toFile(), Secrets.class) : null;
            if (kept != null && kept.carrierKey != null) {
                return kept;
            }
            Secrets made = kept == null ? make() : kept.completed();
            OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(made));
            return made;
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read or written: " + e.getMessage());
        }
    }

    /** The public half of the keys that sign caller tokens. */
    String callerJwks() {
        try {
            return JWKSet.parse(callerSigningKeys).toString(true);
        } catch (ParseException e) {
            throw new CommandFailed("the caller keys in secrets.json are not a JWK set: " + e.getMessage());
        }
    }

    String bootstrapAdmin() {
        return ADMIN_EMAIL + ":" + adminPassword + ":" + adminApiKey;
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }

    /** An install made before there was a carrier goes on with what it has. */
    private Secrets completed() {
        return new Secrets(
                serviceBusKey,
                callerSigningKeys,
                adminPassword,
                adminApiKey,
                idempotencySecret,
                cardNetworkKey,
                token(24));
    }

    private static Secrets make() {
        return new Secrets(
                Base64.getEncoder().encodeToString(bytes(32)),
                signingKeys(),
                token(18),
                "tg_live_" + token(32),
                token(32),
                token(24),
                token(24));
    }

    private static String signingKeys() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(token(6))
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(int size) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(size));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
