package io.tollgate.users.registration;

import io.tollgate.users.account.User;
import io.tollgate.users.account.UserStatus;
import io.tollgate.users.account.Users;
import io.tollgate.users.audit.AccountAudit;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.token.Purpose;
import io.tollgate.users.token.Tokens;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Removes somebody who registered and never proved the address: nobody was told of that account. */
@Service
public class RemoveUnverified {
    private final Users users;
    private final Tokens tokens;
    private final AccountAudit audit;

    public RemoveUnverified(Users users, Tokens tokens, AccountAudit audit) {
        this.users = users;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** Looks again: the address may have been proven a moment ago. */
    @Transactional
    public Mono<Void> handle(String userId) {
        return users.hold(userId)
                .filter(user -> user.standing().status() == UserStatus.UNVERIFIED)
                .flatMap(this::remove);
    }

    private Mono<Void> remove(User user) {
        Deed deed = Deed.of(Act.REMOVED_UNVERIFIED, Actor.SYSTEM);
        return audit.record(
                        new AccountAudit.Entry(user.id(), deed, user.profile().email()))
                .then(Mono.defer(() -> tokens.revoke(user.id(), Set.of(Purpose.values()))))
                .then(Mono.defer(() -> users.remove(user.id())));
    }
}
