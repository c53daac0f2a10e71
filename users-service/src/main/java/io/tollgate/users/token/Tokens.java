package io.tollgate.users.token;

import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Mono;

/** All tokens; one is good once, and until it expires. */
public interface Tokens {
    Mono<Void> add(Token token);

    /** A token that is good now, without using it. */
    Mono<Token> find(String hash, Set<Purpose> purposes, Instant now);

    /** The same, used from now on; empty for everybody but the first. */
    Mono<Token> use(String hash, Set<Purpose> purposes, Instant now);

    /** Makes what was mailed so far worthless. */
    Mono<Void> revoke(String userId, Set<Purpose> purposes);

    Mono<Void> tidy(Instant expiredBefore);
}
