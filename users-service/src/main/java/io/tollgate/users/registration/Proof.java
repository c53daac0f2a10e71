package io.tollgate.users.registration;

import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.User;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.mail.AccountMails;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks a new user to prove the address, or believes it where there is no mail to ask by. */
@Service
public class Proof {
    private final AccountMails mails;
    private final KeepUser keep;
    private final RegistrationProperties properties;
    private final Clock clock;

    public Proof(AccountMails mails, KeepUser keep, RegistrationProperties properties, Clock clock) {
        this.mails = mails;
        this.keep = keep;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<Void> ask(User user) {
        return properties.prove() ? mails.proveAddress(user) : believe(user);
    }

    private Mono<Void> believe(User user) {
        return keep.change(user.verified(clock.instant()), Deed.of(Act.VERIFIED, Actor.SYSTEM))
                .then();
    }
}
