package io.tollgate.users.token;

/** What a token proves its holder may do. */
public enum Purpose {
    VERIFY,
    CHANGE_EMAIL,
    RESET
}
