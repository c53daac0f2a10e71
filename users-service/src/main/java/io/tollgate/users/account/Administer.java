package io.tollgate.users.account;

import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.AdminAudit;
import io.tollgate.users.audit.AdminDeed;
import io.tollgate.users.audit.Deed;
import io.tollgate.users.audit.Origin;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
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
    private final AdminAudit audit;
    private final Clock clock;

    public Administer(Users users, KeepUser keep, AdminAudit audit, Clock clock) {
        this.users = users;
        this.keep = keep;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param seenVersion the version of the user that was looked at before */
    @Transactional
    public Mono<User> changeRoles(String userId, long seenVersion, Set<String> roles, Origin origin) {
        Deed deed = Deed.of(Act.ROLES_CHANGED, origin.actor()).saying(String.join(" ", new TreeSet<>(roles)));
        return held(userId)
                .filter(user -> user.version() == seenVersion)
                .switchIfEmpty(Mono.error(StaleUser::new))
                .flatMap(user -> keep(user.withRoles(roles, clock.instant()), deed, origin));
    }

    @Transactional
    public Mono<User> deactivate(String userId, Origin origin) {
        return change(userId, user -> user.deactivated(clock.instant()), Act.DEACTIVATED, origin);
    }

    @Transactional
    public Mono<User> reactivate(String userId, Origin origin) {
        return change(userId, user -> user.reactivated(clock.instant()), Act.REACTIVATED, origin);
    }

    private Mono<User> change(String userId, Function<User, Change> transition, Act act, Origin origin) {
        return held(userId).flatMap(user -> keep(transition.apply(user), Deed.of(act, origin.actor()), origin));
    }

    private Mono<User> keep(Change change, Deed deed, Origin origin) {
        Mono<Void> note = change.isNone() ? Mono.empty() : audit.append(noted(change, deed), origin);
        return note.then(Mono.defer(() -> keep.change(change, deed)));
    }

    private static AdminDeed noted(Change change, Deed deed) {
        String words = "user-" + deed.act().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new AdminDeed(change.after().id(), words, state(change.before()), state(change.after()));
    }

    private static Map<String, Object> state(User user) {
        Standing standing = user.standing();
        return Map.of(
                "roles", standing.roles().stream().sorted().toList(),
                "status", standing.status().name());
    }

    /** Whoever is erased stays so: there is nobody to act for. */
    private Mono<User> held(String userId) {
        return users.hold(userId).filter(user -> !user.isErased()).switchIfEmpty(Mono.error(UserNotFound::new));
    }
}
