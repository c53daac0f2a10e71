package io.tollgate.users.account;

/**
 * What a user wants.
 *
 * @param locale BCP 47 language tag
 * @param orderMails whether to be told by mail what becomes of an order
 */
public record Preferences(String locale, boolean orderMails) {
    public static final Preferences DEFAULT = new Preferences("en", true);
}
