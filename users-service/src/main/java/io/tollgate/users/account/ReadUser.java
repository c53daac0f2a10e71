package io.tollgate.users.account;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reads one account. */
@Service
public class ReadUser {
    private final Users users;

    public ReadUser(Users users) {
        this.users = users;
    }

    /** Whatever became of it. */
    public Mono<User> handle(String id) {
        return users.find(id).switchIfEmpty(Mono.error(UserNotFound::new));
    }

    /** As its own user sees it, who is nobody after an erasure. */
    public Mono<User> own(String id) {
        return users.find(id).filter(user -> !user.isErased()).switchIfEmpty(Mono.error(UserNotFound::new));
    }
}
