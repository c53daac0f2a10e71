package io.tollgate.users.token;

import io.tollgate.values.Randoms;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes a token for one purpose; earlier ones for it are worthless then. */
@Service
public class IssueToken {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final Tokens tokens;
    private final Clock clock;
    private final RandomGenerator random = Randoms.nonBlocking();

    public IssueToken(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    public Mono<IssuedToken> handle(String userId, Purpose purpose) {
        IssuedToken issued =
                new IssuedToken(TokenSecret.random(random), clock.instant().plus(GOOD_FOR));
        Token kept = new Token(issued.secret().hash(), userId, purpose, issued.expiresAt());
        return tokens.revoke(userId, Set.of(purpose))
                .then(Mono.defer(() -> tokens.add(kept)))
                .thenReturn(issued);
    }
}
