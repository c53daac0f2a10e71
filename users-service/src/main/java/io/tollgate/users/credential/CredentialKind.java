package io.tollgate.users.credential;

/** What can change about who may ask. */
public enum CredentialKind {
    CLIENT,
    KEY,
    USER
}
