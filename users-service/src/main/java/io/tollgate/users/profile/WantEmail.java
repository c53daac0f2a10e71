package io.tollgate.users.profile;

import io.tollgate.users.account.User;
import io.tollgate.users.account.Users;
import io.tollgate.users.credential.Email;
import io.tollgate.users.mail.AccountMails;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks for the proof of a new address; where it is another's, its owner is told instead, and the user learns nothing. */
@Service
public class WantEmail {
    private final Users users;
    private final AccountMails mails;

    public WantEmail(Users users, AccountMails mails) {
        this.users = users;
        this.mails = mails;
    }

    Mono<Void> handle(User user) {
        Email wanted = user.profile().pendingEmail().orElseThrow();
        return mails.mayMail(wanted).filter(allowed -> allowed).flatMap(allowed -> ask(user, wanted));
    }

    private Mono<Void> ask(User user, Email wanted) {
        return users.findByEmail(wanted)
                .flatMap(owner -> mails.inUse(owner).thenReturn(owner))
                .switchIfEmpty(Mono.defer(() -> mails.provePendingAddress(user).thenReturn(user)))
                .then();
    }
}
