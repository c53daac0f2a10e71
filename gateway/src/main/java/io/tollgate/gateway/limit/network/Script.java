package io.tollgate.gateway.limit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What Redis does for us in one step. */
enum Script {
    GREET("greet.lua"),
    BUCKET("bucket.lua"),
    WINDOW("window.lua");

    private final String text;
    private final String name;

    Script(String file) {
        this.text = read(file);
        this.name = sha1(text);
    }

    String text() {
        return text;
    }

    /** The name under which Redis keeps it. */
    String sha() {
        return name;
    }

    private static String read(String file) {
        try (InputStream resource = Script.class.getResourceAsStream("/limits/" + file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
