package io.tollgate.users.credential;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** The costly work on passwords: one hash per call, in turn, and {@link HashingBusy} when too many wait already. */
public interface Passwords {
    Mono<PasswordHash> hash(String password);

    /** Does the same work when there is no hash to compare with: how long it takes tells nobody who exists. */
    Mono<Boolean> matches(String password, Optional<PasswordHash> hash);
}
