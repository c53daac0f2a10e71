package io.tollgate.users.password;

/** The user is signed in, and still does not know the password. */
public final class WrongPassword extends RuntimeException {
    public WrongPassword() {
        super("wrong password", null, false, false);
    }
}
