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
        return until(Optional.empty());
    }

    User until(Instant end) {
        return until(Optional.of(end));
    }

    private User until(Optional<Instant> end) {
        return new User(
                UsersService.required(userId, "userId"), UsersService.required(roles, "roles"), credentialVersion, end);
    }
}
