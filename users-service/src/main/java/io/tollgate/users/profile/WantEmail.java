package io.tollgate.users.profile;

import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import io.tollgate.users.credential.Email;
import io.tollgate.users.mail.AccountMails;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.Tokens;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks for the proof of a new address; where it is another's, its owner is told instead, and the user learns nothing. */
@Service
public class WantEmail {
    private final Users users;
    private final AccountMails mails;
    private final Tokens tokens;

    public WantEmail(Users users, AccountMails mails, Tokens tokens) {
        this.users = users;
        this.mails = mails;
        this.tokens = tokens;
    }

    /** Whether a mail goes out or not, a token that was mailed to another address proves nothing of this one. */
    Mono<Void> handle(User user) {
        Email wanted = user.profile().pendingEmail().orElseThrow();
        return tokens.revoke(user.id(), Set.of(Purpose.CHANGE_EMAIL))
                .then(Mono.defer(() -> mails.mayMail(wanted)))
                .filter(allowed -> allowed)
                .flatMap(allowed -> ask(user, wanted));
    }

    private Mono<Void> ask(User user, Email wanted) {
        return users.findByEmail(wanted)
                .flatMap(owner -> mails.inUse(owner).thenReturn(owner))
                .switchIfEmpty(Mono.defer(() -> mails.provePendingAddress(user).thenReturn(user)))
                .then();
    }
}
