package io.tollgate.users.account;

import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.credential.Email;
import io.tollgate.users.credential.PasswordHash;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes an account for whom the platform's own start vouches: nothing has to be proven. */
@Service
public class OpenAccount {
    private final KeepUser keep;
    private final Ids ids;
    private final Clock clock;

    public OpenAccount(KeepUser keep, Ids ids, Clock clock) {
        this.keep = keep;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<User> administrator(Email email, String name, PasswordHash password) {
        Instant now = clock.instant();
        User user = User.register(ids.next("usr"), email, name, now);
        Change verified = user.verified(now);
        Change admitted = verified.then(verified.after().withRoles(Set.of(Role.ADMIN), now));
        return keep.add(user, password, Deed.of(Act.REGISTERED, Actor.SYSTEM))
                .then(Mono.defer(() -> keep.change(admitted, Deed.of(Act.VERIFIED, Actor.SYSTEM))));
    }
}
