package io.tollgate.users.account;

/** What cannot be done about an account, and why. */
public abstract sealed class AccountRefused extends RuntimeException permits EmailTaken, UserNotFound {
    AccountRefused(String reason) {
        super(reason, null, false, false);
    }
}
