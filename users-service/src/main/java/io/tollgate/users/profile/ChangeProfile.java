package io.tollgate.users.profile;

import io.tollgate.users.account.Change;
import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.User;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Deed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Changes name and address of a user; another address counts once it is proven. */
@Service
public class ChangeProfile {
    private final SeenUser seen;
    private final KeepUser keep;
    private final WantEmail want;
    private final Clock clock;

    public ChangeProfile(SeenUser seen, KeepUser keep, WantEmail want, Clock clock) {
        this.seen = seen;
        this.keep = keep;
        this.want = want;
        this.clock = clock;
    }

    @Transactional
    public Mono<User> handle(ChangeProfileCommand command) {
        return seen.hold(command.userId(), command.seenVersion()).flatMap(user -> change(user, command));
    }

    private Mono<User> change(User user, ChangeProfileCommand command) {
        boolean another = !command.email().equals(user.profile().email());
        Change renamed = user.renamed(command.name(), clock.instant());
        Change wanted = renamed.then(renamed.after().wanting(command.email(), clock.instant()));
        Deed deed = Deed.of(another ? Act.EMAIL_WANTED : Act.PROFILE_CHANGED, command.actor());
        return keep.change(wanted, deed)
                .flatMap(after -> another ? want.handle(after).thenReturn(after) : Mono.just(after));
    }
}
