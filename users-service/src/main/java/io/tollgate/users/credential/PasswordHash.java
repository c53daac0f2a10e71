package io.tollgate.users.credential;

/** A password as it is kept: with its algorithm, parameters and salt; it never leaves this service. */
public record PasswordHash(String encoded) {
    @Override
    public String toString() {
        return "PasswordHash[not shown]";
    }
}
