package io.tollgate.users.bootstrap;

import io.tollgate.users.account.Users;
import io.tollgate.users.client.Clients;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Whether there is nobody yet: no user and no client. */
@Service
public class EmptyHouse {
    private final Users users;
    private final Clients clients;

    public EmptyHouse(Users users, Clients clients) {
        this.users = users;
        this.clients = clients;
    }

    public Mono<Boolean> isEmpty() {
        return users.isEmpty().flatMap(empty -> empty ? clients.isEmpty() : Mono.just(false));
    }
}
