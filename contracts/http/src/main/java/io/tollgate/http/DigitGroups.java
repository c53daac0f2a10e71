package io.tollgate.http;

import java.util.ArrayDeque;
import java.util.Deque;

/** The groups of digits that were read last, as far as they may be one number; fed character by character. */
final class DigitGroups {
    /** Comes after the last character. */
    static final int END = -1;

    private static final int LONGEST_GAP = 3;

    private final Deque<CharSequence> groups = new ArrayDeque<>();
    private StringBuilder group = new StringBuilder();
    private boolean touchesWord;
    private int gap;

    /** Whether the group that this character ends is a card number, alone or with the groups before it. */
    boolean makeCard(int character) {
        if (Character.isDigit(character)) {
            take(character);
            return false;
        }
        boolean card = !group.isEmpty() && end(isOfWord(character));
        touchesWord = isOfWord(character);
        if (!isGap(character) || ++gap > LONGEST_GAP) {
            groups.clear();
        }
        return card;
    }

    /** Of a number that is too long to be a card's, no more than shows that. */
    private void take(int digit) {
        if (group.length() <= CardNumbers.LONGEST) {
            group.append(Character.digit(digit, 10));
        }
    }

    /** Digits that touch a letter are a part of an identifier, such as a UUID. */
    private boolean end(boolean wordFollows) {
        gap = 0;
        CharSequence ended = group;
        group = new StringBuilder();
        if (touchesWord || wordFollows) {
            groups.clear();
            return false;
        }
        groups.addFirst(ended);
        if (groups.size() > CardNumbers.LONGEST) {
            groups.removeLast();
        }
        return isCard();
    }

    /** A date may stand before the number, and the groups of the number are behind each other. */
    private boolean isCard() {
        StringBuilder number = new StringBuilder();
        for (CharSequence one : groups) {
            if (CardNumbers.isCard(number.insert(0, one))) {
                return true;
            }
            if (number.length() > CardNumbers.LONGEST) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOfWord(int character) {
        return Character.isLetter(character) || character == '_' || isOtherNumber(character);
    }

    private static boolean isOtherNumber(int character) {
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** Whatever people put between groups of digits, seen or not. */
    private static boolean isGap(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT
                || character == '.'
                || character == '/';
    }
}
