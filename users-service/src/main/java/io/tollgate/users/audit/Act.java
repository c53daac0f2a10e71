package io.tollgate.users.audit;

/** What can be done to an account. */
public enum Act {
    REGISTERED,
    REGISTERED_AGAIN,
    VERIFIED,
    EMAIL_WANTED,
    EMAIL_CHANGED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    PROFILE_CHANGED,
    PREFERENCES_CHANGED,
    ROLES_CHANGED,
    DEACTIVATED,
    REACTIVATED,
    CLOSED,
    REMOVED_UNVERIFIED
}
