package io.tollgate.users.profile;

import io.tollgate.users.account.StaleUser;
import io.tollgate.users.account.User;
import io.tollgate.users.account.UserNotFound;
import io.tollgate.users.account.Users;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The user as the caller saw it, held for the change; refused where it is another by now. */
@Service
public class SeenUser {
    private final Users users;

    public SeenUser(Users users) {
        this.users = users;
    }

    Mono<User> hold(String userId, long seenVersion) {
        return users.hold(userId)
                .filter(user -> !user.isErased())
                .switchIfEmpty(Mono.error(UserNotFound::new))
                .filter(user -> user.version() == seenVersion)
                .switchIfEmpty(Mono.error(StaleUser::new));
    }
}
