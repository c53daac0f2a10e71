package io.tollgate.gateway.caller;

/** A user's e-mail address and password. */
public record Password(String email, String secret) {
    @Override
    public String toString() {
        return "Password[not shown]";
    }
}
