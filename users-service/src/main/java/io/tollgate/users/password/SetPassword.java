package io.tollgate.users.password;

import io.tollgate.users.account.Change;
import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.Tokens;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gives a user another password, in the caller's transaction: gateways hear of it, and no earlier mail counts any more. */
@Service
public class SetPassword {
    private final Users users;
    private final KeepUser keep;
    private final Tokens tokens;
    private final Clock clock;

    public SetPassword(Users users, KeepUser keep, Tokens tokens, Clock clock) {
        this.users = users;
        this.keep = keep;
        this.tokens = tokens;
        this.clock = clock;
    }

    Mono<User> ofUser(String userId, PasswordHash password, Deed deed) {
        return users.hold(userId)
                .flatMap(user -> keep.change(user.passwordChanged(clock.instant()), password, deed))
                .flatMap(this::withoutMails);
    }

    /** Who got the mail has the address: that proves it, if it was not yet proven. */
    Mono<User> ofHolder(String userId, PasswordHash password, Deed deed) {
        return users.hold(userId)
                .flatMap(user -> keep.change(proven(user), password, deed))
                .flatMap(this::withoutMails);
    }

    private Change proven(User user) {
        Change verified = user.verified(clock.instant());
        return verified.then(verified.after().passwordChanged(clock.instant()));
    }

    private Mono<User> withoutMails(User user) {
        return tokens.revoke(user.id(), Set.of(Purpose.values())).thenReturn(user);
    }
}
