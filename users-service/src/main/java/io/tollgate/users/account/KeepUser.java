package io.tollgate.users.account;

import io.tollgate.users.audit.AccountAudit;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.CredentialKind;
import io.tollgate.users.credential.PasswordHash;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what became of a user, in the caller's transaction: row, audit, facts, and last the gateways' feed. */
@Service
public class KeepUser {
    private final Users users;
    private final UserEvents events;
    private final CredentialFeed feed;
    private final AccountAudit audit;

    public KeepUser(Users users, UserEvents events, CredentialFeed feed, AccountAudit audit) {
        this.users = users;
        this.events = events;
        this.feed = feed;
        this.audit = audit;
    }

    /** Of somebody new: refused while too much is unsaid. */
    public Mono<User> add(User user, PasswordHash password, Deed deed) {
        return events.admit()
                .then(Mono.defer(() -> users.add(user, password)))
                .then(Mono.defer(() -> audit.record(entry(user, deed))))
                .thenReturn(user);
    }

    /** A change that changes nothing is not kept and not told. */
    public Mono<User> change(Change change, Deed deed) {
        return change.isNone() ? Mono.just(change.after()) : keep(change, deed);
    }

    public Mono<User> change(Change change, PasswordHash password, Deed deed) {
        return users.setPassword(change.after().id(), password).then(Mono.defer(() -> change(change, deed)));
    }

    private Mono<User> keep(Change change, Deed deed) {
        User after = change.after();
        return users.save(change)
                .then(Mono.defer(() -> count(change.administrators())))
                .then(Mono.defer(() -> audit.record(entry(deed.act() == Act.CLOSED ? change.before() : after, deed))))
                .thenMany(Flux.fromIterable(change.facts()))
                .concatMap(events::publish)
                .then(Mono.defer(() -> feed(change)))
                .thenReturn(after);
    }

    private Mono<Void> count(int more) {
        return more == 0 ? Mono.empty() : users.countAdministrators(more);
    }

    private Mono<Void> feed(Change change) {
        User after = change.after();
        return change.touchesCredential()
                ? feed.append(CredentialKind.USER, after.id(), after.credentialVersion())
                : Mono.empty();
    }

    private static AccountAudit.Entry entry(User user, Deed deed) {
        return new AccountAudit.Entry(user.id(), deed, user.profile().email());
    }
}
