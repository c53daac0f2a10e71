package io.tollgate.users.credential;

/** A password as it is kept: with its algorithm, parameters and salt; it never leaves this service. */
public record PasswordHash(String encoded) {
    /** Of whoever has no password: none is the right one. */
    public static final PasswordHash NONE = new PasswordHash("");

    boolean isSet() {
        return !equals(NONE);
    }

    @Override
    public String toString() {
        return "PasswordHash[not shown]";
    }
}
