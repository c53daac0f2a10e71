package io.tollgate.users.credential;

/** Nobody has such a credential; it is not said whether the name or the secret was wrong. */
public final class CredentialUnknown extends RuntimeException {
    public CredentialUnknown() {
        super("no such credential", null, false, false);
    }
}
