package io.tollgate.values;

import java.util.UUID;

/** Crockford's alphabet in lower case: its order is the order of the bits, so that texts sort as the UUIDs do. */
final class Base32 {
    static final int LENGTH = 26;
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    // 26 characters hold 130 bits; the first carries only the upper three of the 128
    private static final int HIGHEST_FIRST = '7';

    private Base32() {}

    static String encode(UUID uuid) {
        char[] text = new char[LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(text);
    }

    static boolean isEncoded(String text) {
        return text.length() == LENGTH
                && text.charAt(0) <= HIGHEST_FIRST
                && text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }
}
