package io.tollgate.users.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ties an entry to the one before it: the SHA-256 of that one's hash and of all that this one says. */
final class Chain {
    private Chain() {}

    static String hash(AuditEntry entry) {
        String content = Stream.of(
                        Optional.of(entry.previousHash()),
                        Optional.of(Long.toString(entry.number())),
                        Optional.of(entry.subject()),
                        Optional.of(entry.deed()),
                        entry.origin().actor().userId(),
                        entry.origin().actor().clientId(),
                        entry.before(),
                        entry.after(),
                        entry.origin().traceId(),
                        Optional.of(entry.at().toString()))
                .map(Chain::measured)
                .collect(Collectors.joining());
        return sha256(content);
    }

    /** With its length before it, so that nothing can move from one field into the next. */
    private static String measured(Optional<String> field) {
        return field.map(text -> text.length() + ":" + text).orElse("-");
    }

    private static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
