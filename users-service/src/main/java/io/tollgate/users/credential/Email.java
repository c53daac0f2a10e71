package io.tollgate.users.credential;

import java.text.Normalizer;
import java.util.Locale;

/** The address a user signs in with, in the one form in which it is kept and compared. */
public record Email(String value) {
    /** Without blanks around it, composed and in lower case; whether anybody has such an address is not decided here. */
    public static Email normalized(String typed) {
        return new Email(lowerCase(typed.strip()));
    }

    /** As it is kept, and how long it is then: a letter can be two in lower case. Null stays null. */
    public static String lowerCase(String typed) {
        return typed == null
                ? null
                : Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Never an address in a log. */
    @Override
    public String toString() {
        return "Email[not shown]";
    }
}
