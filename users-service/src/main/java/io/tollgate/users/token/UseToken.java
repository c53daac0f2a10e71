package io.tollgate.users.token;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes a token from who was mailed it: once. */
@Service
public class UseToken {
    private final Tokens tokens;
    private final Clock clock;

    public UseToken(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** In the transaction of what it allows. */
    public Mono<Token> handle(TokenSecret secret, Set<Purpose> purposes) {
        return tokens.use(secret.hash(), purposes, clock.instant()).switchIfEmpty(Mono.error(TokenInvalid::new));
    }

    /** Whether it would be taken now; asked before costly work. */
    public Mono<Void> check(TokenSecret secret, Set<Purpose> purposes) {
        return tokens.find(secret.hash(), purposes, clock.instant())
                .switchIfEmpty(Mono.error(TokenInvalid::new))
                .then();
    }
}
