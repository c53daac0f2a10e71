package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.caller.User;
import java.util.Set;

/** What users-service says of a user whose password is right. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VerifiedPassword(String userId, Set<String> roles, long credentialVersion) {
    User user() {
        return new User(userId, roles, credentialVersion);
    }
}
