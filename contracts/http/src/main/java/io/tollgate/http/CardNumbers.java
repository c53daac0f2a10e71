package io.tollgate.http;

import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards in a text: 13 to 19 digits of an issuer's range, in groups or not, with a right check digit
 * (ISO/IEC 7812). Letters may stand around the number, not in it: what has letters and digits in turn is an identifier.
 */
public final class CardNumbers {
    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    /** Visa, Mastercard, American Express, Diners Club, JCB, Mir, Maestro, Discover, UnionPay; no date begins like one. */
    private static final Pattern ISSUERS =
            Pattern.compile("(?:4|5[0-8]|6|3[47689]|30[0-5]|35[2-8]|220[0-4]|22[2-9]|2[3-6]|27[0-2]).*");

    private static final Pattern UUID =
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![0-9A-Za-z])");

    private CardNumbers() {}

    /** In one pass that keeps a few digits only: a text may be as long as a body. */
    public static boolean isIn(CharSequence text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        DigitGroups groups = new DigitGroups();
        return UUID.matcher(text).replaceAll("-:-").codePoints().anyMatch(groups::makeCard)
                || groups.makeCard(DigitGroups.END);
    }

    static boolean isCard(CharSequence digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && ISSUERS.matcher(digits).matches()
                && hasCheckDigit(digits);
    }

    private static boolean hasCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int back = 0; back < digits.length(); back++) {
            int digit = digits.charAt(digits.length() - 1 - back) - '0';
            int doubled = back % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
