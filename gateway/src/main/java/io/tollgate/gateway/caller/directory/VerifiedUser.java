package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.caller.User;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What users-service says of a user. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VerifiedUser(String userId, Set<String> roles, long credentialVersion) {
    User user() {
        return new User(userId, roles, credentialVersion, Optional.empty());
    }

    User until(Instant end) {
        return new User(userId, roles, credentialVersion, Optional.of(end));
    }
}
