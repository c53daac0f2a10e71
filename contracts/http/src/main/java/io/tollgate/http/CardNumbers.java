package io.tollgate.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers of payment cards in a text: 13 to 19 digits, in groups or not, with a right check digit (ISO/IEC 7812). */
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final String SEPARATOR = "[ \\-\\u00A0\\u202F\\u2010-\\u2015]";
    // Digits that touch a letter are a part of an identifier, such as a UUID.
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])[0-9](?:" + SEPARATOR + "?[0-9]){" + (SHORTEST - 1) + ",}(?![\\p{L}\\p{N}_])");
    private static final Pattern GAP = Pattern.compile(SEPARATOR);

    private CardNumbers() {}

    public static boolean isIn(CharSequence text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            if (isAmong(GAP.split(digits.group()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether neighboring groups make a card number: a date may stand before it, and a year of expiry behind. */
    private static boolean isAmong(String[] groups) {
        for (int first = 0; first < groups.length; first++) {
            StringBuilder number = new StringBuilder();
            for (int last = first; last < groups.length && number.length() <= LONGEST; last++) {
                if (isCard(number.append(groups[last]))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Payment cards begin with 2 to 6; what counts milliseconds since 1970 begins with 1. */
    private static boolean isCard(CharSequence digits) {
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
