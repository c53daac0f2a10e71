package io.tollgate.users.account;

/** What cannot be done about an account, and why. */
public abstract sealed class AccountRefused extends RuntimeException
        permits EmailTaken, LastAdministrator, StaleUser, UserNotFound {
    AccountRefused(String reason) {
        super(reason, null, false, false);
    }
}
