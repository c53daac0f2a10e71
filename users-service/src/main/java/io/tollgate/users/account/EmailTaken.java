package io.tollgate.users.account;

/** The address has an account already; callers are never told. */
public final class EmailTaken extends AccountRefused {
    public EmailTaken() {
        super("e-mail taken");
    }
}
