package io.tollgate.users.registration;

import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.User;
import io.tollgate.users.account.UserStatus;
import io.tollgate.users.account.Users;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.users.mail.AccountMails;
import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** One try at a registration. */
@Service
public class Registration {
    private final Users users;
    private final KeepUser keep;
    private final AccountMails mails;
    private final Ids ids;
    private final Clock clock;

    public Registration(Users users, KeepUser keep, AccountMails mails, Ids ids, Clock clock) {
        this.users = users;
        this.keep = keep;
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(RegisterUserCommand command) {
        return mails.mayMail(command.email()).filter(allowed -> allowed).flatMap(allowed -> register(command));
    }

    private Mono<Void> register(RegisterUserCommand command) {
        return users.holdByEmail(command.email())
                .flatMap(known -> meet(known, command).thenReturn(known))
                .switchIfEmpty(Mono.defer(() -> welcome(command)))
                .then();
    }

    private Mono<User> welcome(RegisterUserCommand command) {
        User user = User.register(ids.next("usr"), command.email(), command.name(), clock.instant());
        return keep.add(user, command.password(), Deed.of(Act.REGISTERED, command.actor()))
                .flatMap(added -> mails.proveAddress(added).thenReturn(added));
    }

    private Mono<Void> meet(User known, RegisterUserCommand command) {
        return known.standing().status() == UserStatus.UNVERIFIED ? again(known, command) : mails.inUse(known);
    }

    /** Of two who registered an address nobody knows which one owns it: neither's password counts, the owner sets one by mail. */
    private Mono<Void> again(User known, RegisterUserCommand command) {
        Deed deed = Deed.of(Act.REGISTERED_AGAIN, command.actor());
        return keep.change(known.registeredAgain(command.name()), PasswordHash.NONE, deed)
                .flatMap(mails::proveAddress);
    }
}
