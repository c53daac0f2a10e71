package io.tollgate.users.profile;

import io.tollgate.users.account.KeepUser;
import io.tollgate.users.account.Preferences;
import io.tollgate.users.account.User;
import io.tollgate.users.audit.Act;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Deed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Changes what a user wants. */
@Service
public class ChangePreferences {
    private final SeenUser seen;
    private final KeepUser keep;
    private final Clock clock;

    public ChangePreferences(SeenUser seen, KeepUser keep, Clock clock) {
        this.seen = seen;
        this.keep = keep;
        this.clock = clock;
    }

    @Transactional
    public Mono<User> handle(String userId, long seenVersion, Preferences preferences, Actor actor) {
        return seen.hold(userId, seenVersion)
                .flatMap(user -> keep.change(
                        user.preferring(preferences, clock.instant()), Deed.of(Act.PREFERENCES_CHANGED, actor)));
    }
}
