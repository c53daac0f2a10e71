package io.tollgate.users.registration;

import io.tollgate.users.audit.Actor;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;

/** An account that somebody wants; its password is hashed already, since that takes longer than a transaction should. */
public record RegisterUserCommand(Email email, PasswordHash password, String name, Actor actor) {
    @Override
    public String toString() {
        return "RegisterUserCommand[not shown]";
    }
}
