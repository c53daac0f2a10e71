package io.tollgate.users.account;

import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import java.util.Set;

/** An account to be made; its password is hashed already, since that takes longer than a transaction should. */
public record RegisterUserCommand(Email email, PasswordHash password, String name, Set<String> roles) {}
