package io.tollgate.gateway.caller.directory;

import java.util.Locale;

/** The constants of the wire, {@code token-bucket}, as those of Java, {@code TOKEN_BUCKET}. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E of(Class<E> type, String word, E usual) {
        return word == null
                ? usual
                : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** One that must be said. */
    static <E extends Enum<E>> E of(Class<E> type, String word) {
        if (word == null) {
            throw new IllegalArgumentException("no " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return of(type, word, null);
    }
}
