package io.tollgate.products.product.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The entity tag of a page: a digest of what is on it. */
final class ListTag {
    private static final int BYTES = 16;

    private ListTag() {}

    static String of(List<String> versions, Optional<String> next) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((versions + next.orElse("")).getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
