package io.tollgate.users.credential.web;

import io.tollgate.users.credential.UserCredential;
import java.util.List;

/** Who signed in. */
record VerifiedPassword(String userId, List<String> roles, long credentialVersion) {
    static VerifiedPassword of(UserCredential user) {
        return new VerifiedPassword(
                user.userId(), user.roles().stream().sorted().toList(), user.version());
    }
}
