package io.tollgate.users.registration;

import io.tollgate.users.account.EmailTaken;
import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.Token;
import io.tollgate.users.token.TokenInvalid;
import io.tollgate.users.token.TokenSecret;
import io.tollgate.users.token.Tokens;
import io.tollgate.users.token.UseToken;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes the proof that an address is the user's: of a new account, or of one that changes its address. */
@Service
public class VerifyEmail {
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.VERIFY, Purpose.CHANGE_EMAIL);

    private final UseToken use;
    private final Users users;
    private final KeepUser keep;
    private final Tokens tokens;
    private final Clock clock;

    public VerifyEmail(UseToken use, Users users, KeepUser keep, Tokens tokens, Clock clock) {
        this.use = use;
        this.users = users;
        this.keep = keep;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Who proves an address that meanwhile became another's proves nothing. */
    @Transactional
    public Mono<Void> handle(TokenSecret secret, Actor actor) {
        return use.handle(secret, PURPOSES)
                .flatMap(token -> users.hold(token.userId()).flatMap(user -> prove(user, token, actor)))
                .onErrorMap(EmailTaken.class, taken -> new TokenInvalid())
                .then();
    }

    private Mono<User> prove(User user, Token token, Actor actor) {
        return token.purpose() == Purpose.VERIFY
                ? keep.change(user.verified(clock.instant()), Deed.of(Act.VERIFIED, actor))
                : move(user, actor);
    }

    /** Who still reads the old address is not to set a password by it. */
    private Mono<User> move(User user, Actor actor) {
        return tokens.revoke(user.id(), Set.of(Purpose.RESET))
                .then(Mono.defer(
                        () -> keep.change(user.emailProven(clock.instant()), Deed.of(Act.EMAIL_CHANGED, actor))));
    }
}
