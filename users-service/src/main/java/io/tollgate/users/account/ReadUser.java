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

    public Mono<User> handle(String id) {
        return users.find(id).switchIfEmpty(Mono.error(UserNotFound::new));
    }
}
