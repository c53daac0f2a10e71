package io.tollgate.users.account;

/** Nobody has this id. */
public final class UserNotFound extends AccountRefused {
    public UserNotFound() {
        super("user not found");
    }
}
