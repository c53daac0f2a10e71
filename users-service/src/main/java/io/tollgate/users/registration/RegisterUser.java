package io.tollgate.users.registration;

import io.tollgate.users.account.EmailTaken;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes a registration. Whether the address has an account already is told to nobody but its owner, by mail: what the
 * caller sees is the same.
 */
@Service
public class RegisterUser {
    private static final int TRIES = 3;

    private final Registration registration;

    public RegisterUser(Registration registration) {
        this.registration = registration;
    }

    /** Who loses the race for an address looks again, and then finds who won it. */
    public Mono<Void> handle(RegisterUserCommand command) {
        return Mono.defer(() -> registration.handle(command))
                .retryWhen(Retry.max(TRIES).filter(EmailTaken.class::isInstance));
    }
}
