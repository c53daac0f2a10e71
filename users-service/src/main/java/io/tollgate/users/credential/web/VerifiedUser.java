package io.tollgate.users.credential.web;

import io.tollgate.users.credential.UserCredential;
import java.util.List;

/** Who it is, and what the account may do. */
record VerifiedUser(String userId, List<String> roles, long credentialVersion) {
    static VerifiedUser of(UserCredential user) {
        return new VerifiedUser(user.userId(), user.roles().stream().sorted().toList(), user.version());
    }
}
