package io.tollgate.users.credential.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.users.credential.ResolveUser;
import io.tollgate.users.credential.UserCredential;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

/** By what an issuer's token names a user: exactly one of the two. */
record ResolveUserRequest(@Size(max = 100) String userId, @Size(max = 1000) String email) {
    Mono<UserCredential> with(ResolveUser users) {
        if ((userId == null) == (email == null)) {
            throw Problem.of(ProblemTypes.VALIDATION_FAILED)
                    .error("", "one-of", "must have either userId or email")
                    .asRefusal();
        }
        return userId == null ? users.withEmail(email) : users.withId(userId);
    }

    @Override
    public String toString() {
        return "ResolveUserRequest[not shown]";
    }
}
