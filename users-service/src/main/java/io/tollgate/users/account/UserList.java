package io.tollgate.users.account;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Users for who looks for them: the newest first, in an order that stays. */
public interface UserList {
    Flux<User> list(UserFilter filter, Optional<String> afterId, int limit);

    /** The ids of those who registered before then and never proved an address. */
    Flux<String> unverifiedSince(Instant then, int limit);
}
