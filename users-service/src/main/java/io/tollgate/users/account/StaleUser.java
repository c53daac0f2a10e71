package io.tollgate.users.account;

/** The user is no longer what the caller saw. */
public final class StaleUser extends AccountRefused {
    public StaleUser() {
        super("stale user");
    }
}
