package io.tollgate.users.account;

import io.tollgate.users.credential.CredentialFeed;
import io.tollgate.users.credential.CredentialKind;
import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes an account. */
@Service
public class RegisterUser {
    private final Users users;
    private final UserEvents events;
    private final CredentialFeed feed;
    private final Ids ids;
    private final Clock clock;

    public RegisterUser(Users users, UserEvents events, CredentialFeed feed, Ids ids, Clock clock) {
        this.users = users;
        this.events = events;
        this.feed = feed;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<User> handle(RegisterUserCommand command) {
        User user = User.register(ids.next("usr"), command.email(), command.name(), command.roles(), clock.instant());
        return users.add(user, command.password())
                .then(Mono.defer(() -> events.publish(user.registered())))
                .then(Mono.defer(() -> feed.append(CredentialKind.USER, user.id(), user.credentialVersion())))
                .thenReturn(user);
    }
}
