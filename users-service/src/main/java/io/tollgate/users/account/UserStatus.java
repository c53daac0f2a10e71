package io.tollgate.users.account;

/** Where an account stands; only an active one can sign in. */
public enum UserStatus {
    UNVERIFIED,
    ACTIVE,
    DEACTIVATED,
    ERASED
}
