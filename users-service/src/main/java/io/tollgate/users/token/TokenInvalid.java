package io.tollgate.users.token;

/** Not a token, used, replaced by a newer one, or too old; which of these is not said. */
public final class TokenInvalid extends RuntimeException {
    public TokenInvalid() {
        super("token invalid", null, false, false);
    }
}
