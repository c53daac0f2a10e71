package io.tollgate.users.credential;

import java.util.Set;

/**
 * What a user's password proves.
 *
 * @param usable whether the account may sign in: its address is proven, and nobody deactivated it
 */
public record UserCredential(String userId, Set<String> roles, PasswordHash hash, long version, boolean usable) {}
