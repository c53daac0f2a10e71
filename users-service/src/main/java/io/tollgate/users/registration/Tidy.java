package io.tollgate.users.registration;

import io.tollgate.users.account.UserList;
import io.tollgate.users.mail.MailAllowance;
import io.tollgate.users.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Forgets what was begun and never finished: accounts, and what was mailed about them. */
@Service
public class Tidy {
    private static final int AT_ONCE = 200;
    /** An expired token is kept for a while: it explains a complaint. */
    private static final Duration TOKENS_FOR = Duration.ofDays(1);

    private final UserList list;
    private final RemoveUnverified remove;
    private final Tokens tokens;
    private final MailAllowance allowance;
    private final RegistrationProperties properties;

    public Tidy(
            UserList list,
            RemoveUnverified remove,
            Tokens tokens,
            MailAllowance allowance,
            RegistrationProperties properties) {
        this.list = list;
        this.remove = remove;
        this.tokens = tokens;
        this.allowance = allowance;
        this.properties = properties;
    }

    public Mono<Void> handle(Instant now) {
        return some(now)
                .repeat()
                .takeUntil(found -> found < AT_ONCE)
                .then(Mono.defer(() -> tokens.tidy(now.minus(TOKENS_FOR))))
                .then(Mono.defer(allowance::tidy));
    }

    private Mono<Long> some(Instant now) {
        return list.unverifiedSince(now.minus(properties.keepUnverified()), AT_ONCE)
                .concatMap(user -> remove.handle(user).thenReturn(user))
                .count();
    }
}
