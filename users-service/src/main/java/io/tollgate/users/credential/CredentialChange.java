package io.tollgate.users.credential;

/**
 * Something whose verification a gateway may have kept is no longer what it was.
 *
 * @param position greater than that of every change that was visible before
 * @param version the credential version from which on it is current
 */
public record CredentialChange(long position, CredentialKind kind, String id, long version) {}
