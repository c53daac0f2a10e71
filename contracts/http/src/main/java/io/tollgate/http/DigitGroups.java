package io.tollgate.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The groups of digits that were read last, as far as they may be one number; fed character by character. */
final class DigitGroups {
    /** Comes after the last character. */
    static final int END = -1;

    private static final int LONGEST_GAP = 3;
    private static final Pattern AS_PRINTED = Pattern.compile("4,4,4,4,([1-3],)?|4,6,5,|4,6,4,");

    private final Deque<CharSequence> groups = new ArrayDeque<>();
    private StringBuilder group = new StringBuilder();
    private boolean afterLetter;
    private boolean oldestIsAfterLetter;
    /** Of the word that is being read: an identifier, such as a hash, has more than one run of digits. */
    private int runs;

    private boolean cardUnlessIdentifier;
    private int gap;

    /** Whether the group or the word that this character ends is a card number, alone or with the groups before it. */
    boolean makeCard(int character) {
        if (Character.isDigit(character)) {
            take(character);
            return false;
        }
        boolean letter = isLetter(character);
        boolean card = !group.isEmpty() && end(letter);
        afterLetter = letter;
        if (!isGap(character) || ++gap > LONGEST_GAP) {
            groups.clear();
        }
        return !letter && endWord() || card;
    }

    /** Of a number that is too long to be a card's, no more than shows that. */
    private void take(int digit) {
        if (group.isEmpty() && ++runs > 1) {
            cardUnlessIdentifier = false;
        }
        if (group.length() <= CardNumbers.LONGEST) {
            group.append(Character.digit(digit, 10));
        }
    }

    private boolean end(boolean letterFollows) {
        gap = 0;
        if (afterLetter) {
            groups.clear();
        }
        oldestIsAfterLetter = groups.isEmpty() ? afterLetter : oldestIsAfterLetter;
        groups.addFirst(group);
        group = new StringBuilder();
        if (groups.size() > CardNumbers.LONGEST) {
            groups.removeLast();
            oldestIsAfterLetter = false;
        }
        boolean card = runs == 1 && isCard(letterFollows);
        if (letterFollows || runs > 1) {
            groups.clear();
        }
        return card;
    }

    private boolean endWord() {
        boolean card = cardUnlessIdentifier;
        cardUnlessIdentifier = false;
        runs = 0;
        return card;
    }

    /** A date may stand before the number, and the groups of the number are behind each other. */
    private boolean isCard(boolean letterFollows) {
        StringBuilder number = new StringBuilder();
        String sizes = "";
        int left = groups.size();
        for (CharSequence one : groups) {
            sizes = one.length() + "," + sizes;
            boolean touched = letterFollows || --left == 0 && oldestIsAfterLetter;
            if (CardNumbers.isCard(number.insert(0, one)) && isWhole(sizes, touched)) {
                return true;
            }
            if (number.length() > CardNumbers.LONGEST) {
                return false;
            }
        }
        return false;
    }

    /** Where letters touch the number it must look like one: all of the word's digits, or groups as on a card. */
    private boolean isWhole(String sizes, boolean touched) {
        boolean alone = sizes.indexOf(',') == sizes.length() - 1;
        cardUnlessIdentifier |= touched && alone;
        return !touched || !alone && AS_PRINTED.matcher(sizes).matches();
    }

    private static boolean isLetter(int character) {
        int type = Character.getType(character);
        return Character.isLetter(character) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** Whatever people put between groups of digits, seen or not. */
    private static boolean isGap(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT
                || character == '.'
                || character == '/'
                || character == '_';
    }
}
