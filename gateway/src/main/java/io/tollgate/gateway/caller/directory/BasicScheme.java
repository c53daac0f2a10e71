package io.tollgate.gateway.caller.directory;

import io.tollgate.gateway.caller.Password;
import io.tollgate.http.CardNumbers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The Authorization header of RFC 7617 with the charset UTF-8. Which forms of a letter are one and the same (NFC) is decided
 * by users-service, for what is registered as for what is tried.
 */
final class BasicScheme {
    private static final String SCHEME = "basic ";

    // longer than this is nobody's password
    private static final int LONGEST = 1_000;

    private BasicScheme() {}

    /** Empty when the header is anything else: that proves nothing, and nothing more is said about it. */
    static Optional<Password> parse(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? decoded(header.substring(SCHEME.length()).strip()).flatMap(BasicScheme::pair)
                : Optional.empty();
    }

    private static Optional<String> decoded(String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(token));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Password> pair(String pair) {
        int colon = pair.indexOf(':');
        boolean whole = colon > 0 && colon < pair.length() - 1;
        boolean usable = whole && pair.length() <= LONGEST && pair.chars().noneMatch(Character::isISOControl);
        return usable ? password(pair.substring(0, colon), pair.substring(colon + 1)) : Optional.empty();
    }

    /** What looks like a card number is nobody's name or password: users-service refuses to read it, then as when it is set. */
    private static Optional<Password> password(String name, String secret) {
        return CardNumbers.isIn(name) || CardNumbers.isIn(secret)
                ? Optional.empty()
                : Optional.of(new Password(name, secret));
    }
}
