package io.tollgate.users.profile;

import io.tollgate.users.audit.Actor;
import io.tollgate.users.credential.Email;

/**
 * What a user wants to be known as.
 *
 * @param seenVersion the version of the user that was looked at before
 */
public record ChangeProfileCommand(String userId, long seenVersion, Email email, String name, Actor actor) {
    @Override
    public String toString() {
        return "ChangeProfileCommand[" + userId + "]";
    }
}
