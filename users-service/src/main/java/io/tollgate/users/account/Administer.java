package io.tollgate.users.account;

import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What administrators do to accounts; the platform never loses its last administrator by it. */
@Service
public class Administer {
    private final Users users;
    private final KeepUser keep;
    private final Clock clock;

    public Administer(Users users, KeepUser keep, Clock clock) {
        this.users = users;
        this.keep = keep;
        this.clock = clock;
    }

    /** @param seenVersion the version of the user that was looked at before */
    @Transactional
    public Mono<User> changeRoles(String userId, long seenVersion, Set<String> roles, Actor actor) {
        Deed deed = Deed.of(Act.ROLES_CHANGED, actor).saying(String.join(" ", new TreeSet<>(roles)));
        return held(userId)
                .filter(user -> user.version() == seenVersion)
                .switchIfEmpty(Mono.error(StaleUser::new))
                .flatMap(user -> keep.change(user.withRoles(roles, clock.instant()), deed));
    }

    @Transactional
    public Mono<User> deactivate(String userId, Actor actor) {
        return change(userId, user -> user.deactivated(clock.instant()), Deed.of(Act.DEACTIVATED, actor));
    }

    @Transactional
    public Mono<User> reactivate(String userId, Actor actor) {
        return change(userId, user -> user.reactivated(clock.instant()), Deed.of(Act.REACTIVATED, actor));
    }

    private Mono<User> change(String userId, Function<User, Change> transition, Deed deed) {
        return held(userId).flatMap(user -> keep.change(transition.apply(user), deed));
    }

    /** Whoever is erased stays so: there is nobody to act for. */
    private Mono<User> held(String userId) {
        return users.hold(userId).filter(user -> !user.isErased()).switchIfEmpty(Mono.error(UserNotFound::new));
    }
}
