package io.tollgate.users.credential;

import java.util.Set;

/** What a user's password proves. */
public record UserCredential(String userId, Set<String> roles, PasswordHash hash, long version) {}
