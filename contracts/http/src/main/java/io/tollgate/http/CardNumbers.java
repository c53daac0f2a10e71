package io.tollgate.http;

/** Finds numbers of payment cards in a text: 13 to 19 digits, in groups or not, with a right check digit (ISO/IEC 7812). */
public final class CardNumbers {
    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    private CardNumbers() {}

    /** In one pass that keeps a few digits only: a text may be as long as a body. */
    public static boolean isIn(CharSequence text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        DigitGroups groups = new DigitGroups();
        return text.codePoints().anyMatch(groups::makeCard) || groups.makeCard(DigitGroups.END);
    }

    /** Payment cards begin with 2 to 6; what counts milliseconds since 1970 begins with 1. */
    static boolean isCard(CharSequence digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && digits.charAt(0) >= '2'
                && digits.charAt(0) <= '6'
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
